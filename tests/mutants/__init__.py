"""Do the tests notice? The program is changed in one small place at a time, and the tests of that place are run.

A change (a mutant) that no test notices *lives*: it is either a test that is missing or a change that means the
same. Nothing is written into the checkout: a changed module lives in the memory of one forked process alone.

`config` says what is changed, `mutant` and `sql` how, `reach` which tests run which lines, `trial` tries one mutant.
"""
