Feature: The greeting

  An implementation of the market says which protocol it speaks, who it is, and what it can do.

  Rule: An implementation introduces itself before anything else

    @PROTOCOL
    Example: it is greeted in protocol 1
      When it is greeted in protocol 1
      Then it introduces itself in protocol 1

    @PROTOCOL
    Example: a greeting leaves the world as it is
      Given the Short market at mid 1 and spread 0.30
      And these balance sheets
        | entity       | cash | tickets |
        | Short dealer | 2    | d1 d2   |
        | H1           | 0    | t1      |
      When H1 sells t1
      And it is greeted in protocol 1
      Then the order goes like this
        | price |
        | 0.97  |
      And the balance sheets are now
        | entity       | cash | tickets  |
        | Short dealer | 1.03 | d1 d2 t1 |
        | H1           | 0.97 |          |
