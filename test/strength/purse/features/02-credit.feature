Feature: Credit

  @PUR-02
  Rule: Spending more than there is is refused

    Example: more than there is
      Given 5 coins
      When 6 are spent
      Then it is refused

    Example: all that there is
      Given 5 coins
      When 5 are spent
      Then it is not refused
      And 0 are left
