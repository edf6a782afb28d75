import assert from 'node:assert/strict';
import { Given, Then, When } from '@cucumber/cucumber';
import { after, isRefused } from '../src/purse.ts';

interface Purse {
  there: number;
  left: number;
  refused: boolean;
}

Given('{int} coins', function (this: Purse, coins: number) {
  this.there = coins;
});
When('{int} are spent', function (this: Purse, coins: number) {
  this.refused = isRefused(this.there, coins);
  this.left = this.refused ? this.there : after(this.there, coins).left;
});
Then('{int} are left', function (this: Purse, coins: number) {
  assert.equal(this.left, coins);
});
Then('it is refused', function (this: Purse) {
  assert.equal(this.refused, true);
});
Then('it is not refused', function (this: Purse) {
  assert.equal(this.refused, false);
});
