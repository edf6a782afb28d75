Feature: What is exported

  @DAT-01 @CLI-03
  Rule: What is no complete sweep or run is not exported

    @refusal
    Example: a folder that is not there
      When this is run
        """
        ringspec export nothing --out DATA
        """
      Then it exits with 65
      And nothing is written
