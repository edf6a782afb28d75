Feature: The exit status

  What depends on a failing scenario, on coverage, on evidence and on other implementations is shown where those are.

  @CLI-03
  Rule: The exit status says how it ended

    Example: 0, done
      When this is run
        """
        ringspec --version
        """
      Then it exits with 0

    @refusal
    Scenario Outline: 64, a command line that the program does not understand: <line>
      When this is run
        """
        ringspec <line>
        """
      Then it exits with 64
      And it says nothing on stdout
      And it says "<words>" on stderr

      Examples:
        | line                                     | words                                |
        | walk                                     | unknown command 'walk'               |
        | run ring.yaml                            | --out                                |
        | run ring.yaml --out x --arithmetic roman | Allowed choices are decimal, float64 |

    @refusal
    Example: 65, a scenario file that is not there
      When this is run
        """
        ringspec run nowhere.yaml --out results
        """
      Then it exits with 65
      And it says "nowhere.yaml: found no such file; allowed: a scenario file in YAML" on stderr
      And nothing is written

    @refusal @OUT-14
    Example: 65, a folder that holds something else
      Given the scenario file
        """
        allow_small_ring: true
        periods: 1
        ring: {n_traders: 4}
        """
      And a file out/thesis.txt beside it
        """
        Chapter 1
        """
      When this is run
        """
        ringspec run ring.yaml --out .
        """
      Then it exits with 65
      And it says "out holds thesis.txt, which this command does not write" on stderr
      And it leaves these files
        | out/thesis.txt |
