"""The views of a register: what a person asks with SQL of their own, and what is browsed. No table itself is asked.

Why they are no views of the file: a file whose views name its tables would have to be brought to another version with
every change of them, and whoever opens it with another program can read the tables all the same. Here they are filled
from the file when they are asked for, so that nothing else is there to be found.
"""

from ipsu_cli.store.views.case_views import CASE_VIEWS
from ipsu_cli.store.views.follow_up_views import FOLLOW_UP_VIEWS
from ipsu_cli.store.views.money_views import MONEY_VIEWS
from ipsu_cli.store.views.view import View

VIEWS: dict[str, View] = {view.name: view for view in (*CASE_VIEWS, *MONEY_VIEWS, *FOLLOW_UP_VIEWS)}
