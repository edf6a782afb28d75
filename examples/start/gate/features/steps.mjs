import assert from 'node:assert/strict';
import { Given, Then, When } from '@cucumber/cucumber';

Given('a purse of {int} coins', function (coins) {
  this.coins = coins;
});
When('{int} is spent', function (coins) {
  this.coins -= coins;
});
Then('{int} are left', function (coins) {
  assert.equal(this.coins, coins);
});
