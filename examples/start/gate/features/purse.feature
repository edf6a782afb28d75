Feature: Purses

  @PUR-01
  Rule: Spending takes coins out

    Example: one coin of three is spent
      Given a purse of 3 coins
      When 1 is spent
      Then 2 are left
