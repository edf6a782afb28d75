Feature: Verifying other implementations

  Any program that speaks the protocol can be verified. Before its model is asked about, it must start, greet,
  and answer as agreed.

  @CLI-01
  Rule: An implementation is verified, its protocol is checked, and certificates stand side by side

    Scenario Outline: <command>
      When this is run
        """
        <command>
        """
      Then it exits with 0
      And it says "<example>" on stdout

      Examples:
        | command                      | example                                               |
        | ringspec verify --help       | ringspec verify --implementation "python3 adapter.py" |
        | ringspec smoke --help        | ringspec smoke --implementation "python3 adapter.py"  |
        | ringspec certificates --help | ringspec certificates reports/mine/certificate.json   |

    Example: a program that only repeats what it hears does not greet
      When this is run
        """
        ringspec smoke --implementation cat
        """
      Then it exits with 69
      And it says "✗ hello" on stdout
      And it says "expected" on stdout
      And it says "to do" on stdout

  @CLI-03
  Rule: The exit status says whether there was anything to verify

    @refusal
    Scenario Outline: 69, <what>
      When this is run
        """
        ringspec verify --implementation '<command>' --out mine
        """
      Then it exits with 69
      And it says nothing on stdout
      And it says "<words>" on stderr
      And nothing is written

      Examples:
        | what                               | command                     | words                         |
        | an unknown program        | ./nowhere --fast            | there is no program ./nowhere |
        | a program that ends at once        | sh -c "echo oh >&2; exit 3" | it exited with status 3       |
        | a program that says something else | echo "good morning"         | good morning                  |

    @refusal
    Scenario Outline: 64, <what>
      When this is run
        """
        ringspec verify <options>
        """
      Then it exits with 64
      And it says nothing on stdout
      And it says "<words>" on stderr

      Examples:
        | what                                    | options                           | words                      |
        | a quote that is not closed              | --implementation 'python3 "my.py' | is not closed              |
        | an empty command                        | --implementation ''               | the command is empty       |
        | a tolerance for nobody                  | --tolerance 1e-8                  | goes with --implementation |
        | a tolerance that tolerates everything   | --implementation x --tolerance 2  | above 0 and below 1        |
        | an implementation slower than any limit | --implementation x --slow 100     | a factor from 1 to 15      |

    @refusal
    Example: 65, known failures that are not there
      When this is run
        """
        ringspec verify --implementation x --known-failures nowhere.yaml
        """
      Then it exits with 65
      And it says "nowhere.yaml: found no such file" on stderr

    @refusal
    Example: 65, certificates that are none, all of them told
      Given a file a.json beside it
        """
        {}
        """
      And a file b.json beside it
        """
        no
        """
      When this is run
        """
        ringspec certificates a.json b.json
        """
      Then it exits with 65
      And it says "a.json: " on stderr
      And it says "b.json:1: found a text that is damaged or cut off; allowed: JSON" on stderr
