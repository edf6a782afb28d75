Feature: Spending

  @PUR-01
  Rule: What is spent is no longer in the purse

    Example: some of it
      Given 5 coins
      When 2 are spent
      Then 3 are left
