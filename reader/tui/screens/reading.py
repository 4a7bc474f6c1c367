"""The reading screen: the page, the panes around it, and the lines above and below.

It wires the parts together: keys to commands, messages to the desk. What a command does stands
in ``desk``; what a part looks like stands in ``widgets`` and ``styles``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical

from reader.annotations.model import Mark
from reader.article.model import Article
from reader.config import Config
from reader.library import Library
from reader.paths import Paths
from reader.resources import later_style_sheets
from reader.tui import commands  # noqa: F401  # makes the commands known
from reader.tui.desk.showing import hints_for
from reader.tui.desk.signals import heed_signals
from reader.tui.keymap import COMMANDS, COUNT, bindings, keys_in_force
from reader.tui.page.column import SETTING as COLUMN
from reader.tui.page.column import most_cells
from reader.tui.screens.desk import Desk
from reader.tui.screens.sparing_screen import SparingScreen
from reader.tui.widgets.article_body import ArticleBody
from reader.tui.widgets.chooser import Chooser
from reader.tui.widgets.fact_rows import ArticleFacts
from reader.tui.widgets.facts_panel import FactsPanel
from reader.tui.widgets.lines import StatusLine, TitleLine
from reader.tui.widgets.notes_panel import NotesPanel
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.section_tree import SectionTree
from reader.tui.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from reader.tui.desk.opened import Opened
    from reader.tui.messages import Corrected, NoteDrafted, NoteElsewhere, NoteLeft, NoteSaved

PREPARE_S = 0.1
"""How long after the first frame what is not asked for is made, lest the first keys wait for it."""


class ReadingScreen(Desk, SparingScreen):
    """Shows one article with the library on its left and what is known of it on its right."""

    AUTO_FOCUS = "#body"

    def __init__(
        self, library: Library, config: Config, paths: Paths, first: Opened | None = None
    ) -> None:
        super().__init__()
        self.library = library
        self.config = config
        self.keymap = keys_in_force(config.keymap, config.keys)
        """The keys of each command."""
        self.paths = paths
        self.section_tree = SectionTree(id="tree")
        self.body = ArticleBody(id="body")
        self.side = SidePanel(id="side")
        self.title_line = TitleLine(id="title")
        self.status = StatusLine(id="status")
        self.prompt = Prompt(id="prompt")
        self.chooser = Chooser(id="chooser")
        self._first = first
        self.side.turned = self.follow_sources

    # Making the screen

    def compose(self) -> ComposeResult:
        """Hold the parts; those that are seldom needed are made when they are."""
        self.curtain.lower()
        self._update_timer.resume()  # what it paints first is due only when it has gone round once
        self.panes.fit()
        yield self.title_line
        with Horizontal(id="panes"):
            yield self.section_tree
            with Vertical(id="middle"):
                yield self.body
            yield self.side
        yield self.status

    def on_mount(self) -> None:
        """Take the keys, and show what was opened first; paint when it stands."""
        heed_signals(self)
        for binding in bindings(self.keymap):
            self._bind(binding)
        kept = self.library.settings.get(COLUMN)
        self.body.most_cells = most_cells(kept, self.config.body_width)
        self.section_tree.show_articles(self.library.rows())
        if self._first is not None:
            self.articles.show(self._first)
        self.refresh_status()
        if self.library.read_only:
            self.status.read_only = True
            self.may_change()
        self.telling.tell_all(self.library.take_notices())

    def start(self) -> None:
        """Begin what the first frame need not wait for: what asks, the samples of a new library.

        Whoever opens one article of their own is not given others with it. Nothing is begun when
        the program has been told to end: nothing can be put on a screen that goes.
        """
        if not self.is_attached:
            return
        self.app.stylesheet.read_all([*later_style_sheets()])
        self.app.stylesheet.parse()
        self.mount(self.prompt, self.chooser)
        self.checking.prepare()
        self.set_timer(PREPARE_S, self._prepare)
        self.elsewhere.watch()
        self.noting.remind()
        self.refresh_tree()
        self.feeding.watch()
        opened = self.articles.opened
        own = opened is not None and not opened.held
        if self.library.is_new and not own:
            from reader.tui.desk.samples import add_next_sample  # once in a library's life

            self.tell("adding the sample articles …")
            add_next_sample(self)

    def _prepare(self) -> None:
        """Make what may be wanted soon, when the keys of an eager reader have been answered."""
        if self.is_attached:
            self.noting.prepare()
            self.library_search.prepare()

    def _bind(self, binding: Binding) -> None:
        """Make a key do its command, and nothing that screens do with it otherwise."""
        for made in Binding.make_bindings([binding]):
            self._bindings.key_to_bindings[made.key] = [made]

    def on_resize(self) -> None:
        """Show as many panes as there is room for; paint once the page has its lines."""
        self.panes.arrange()
        self.curtain.lift_soon()

    def on_key(self, event: events.Key) -> None:
        """Say why a key does nothing that has a command; it ends a count."""
        if (counting := Desk.counting.made_for(self)) is not None:
            counting.drop()
        self.telling.why_idle(event.key)

    # What commands ask for

    @property
    def article(self) -> Article | None:
        """The article on the page."""
        return self.body.article

    @property
    def focused_rows(self) -> RowList | None:
        """The list that has the focus; None while the page has it."""
        return self.focused if isinstance(self.focused, RowList) else None

    def action_command(self, name: str) -> None:
        """Do the command called *name*, as often as was typed before."""
        counting = Desk.counting.made_for(self)
        if counting is not None and counting.is_on:
            counting.lead(name, self._do)
        else:
            self._do(name)
        self.refresh_status()
        self.following.after_key()

    def _do(self, name: str) -> None:
        """Do the command called *name*, unless the program has been told to end."""
        if not self.is_attached:
            return
        self.undoing.follow(name, COMMANDS[name].group)
        if not ((cover := self.foreground.cover_with_keys) and cover.do(name)):
            COMMANDS[name].run(self)

    def action_count(self, digit: str, name: str) -> None:
        """Count on with *digit*, or begin to; else do the command called *name*."""
        if name not in ("", COUNT) and not self.counting.is_on:
            self.action_command(name)
        elif digit:
            self.counting.add(digit)
        else:
            self.counting.begin()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell whether an action can be done now."""
        if action == "count":
            return self._counts(str(parameters[1]))
        if action != "command":
            return True
        name = str(parameters[0])
        if (cover := self.foreground.cover_with_keys) is not None:
            return not self.busy and cover.takes(name)
        found = COMMANDS.get(name)
        return found is not None and not self.busy and found.when(self)

    def _counts(self, name: str) -> bool | None:
        """Tell whether a digit can be done now: as part of a count, or as the command *name*."""
        counting = Desk.counting.made_for(self)
        if name == COUNT or (counting is not None and counting.is_on):
            return not self.busy
        return bool(name) and self.check_action("command", (name,))

    @property
    def busy(self) -> bool:
        """Whether something that takes all keys is open."""
        return self.foreground.takes_all_keys

    @on(events.DescendantFocus)
    def _follow_focus(self) -> None:
        """Put away what was open when the mouse went elsewhere; hint at what the keys do now."""
        self.foreground.leave_what_lost_focus()
        self.refresh_status()

    def may_change(self) -> bool:
        """Tell whether the library can be changed, and say so when it cannot."""
        if self.library.read_only:
            reason = f"{self.paths.data} can only be read ({self.library.read_only})"
            self.tell(f"{reason}: nothing can be marked or changed", error=True)
            return False
        return True

    # Saying things

    def tell(self, words: str, *, error: bool = False) -> None:
        """Say *words* on the bottom line for a while; an error stays longer."""
        self.telling.tell(words, error=error)

    def refresh_status(self) -> None:
        """Show what the keys do here."""
        self.status.hint(hints_for(self))

    # Showing an article

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show *marks* on the page at once, in the panes soon."""
        self.following.show_marks(marks)

    def show_nothing(self) -> None:
        """Show an empty page that says what to do."""
        self.body.show_empty()
        self.show_marks(())
        self.side.show_facts(ArticleFacts())
        self.follow_now()

    def refresh_tree(self) -> None:
        """Show the library's articles as they are now."""
        self.shelving.list_all()

    def follow_now(self) -> None:
        """Let the tree and the lines show where the reader is."""
        self.following.now()

    def follow_sources(self) -> None:
        """Show the sources of the open article where their tab is in view."""
        if self.side.shows_sources or Desk.sources_pane.made_for(self) is not None:
            self.sources_pane.follow()

    @on(ArticleBody.Moved)
    def _follow(self) -> None:
        """Follow soon."""
        self.following.soon()

    @on(ArticleBody.Selected)
    def _selected(self) -> None:
        """Hint at what can be done with the selection."""
        self.refresh_status()

    # Messages

    @on(SectionTree.ArticleChosen)
    def _open_chosen(self, event: SectionTree.ArticleChosen) -> None:
        """Open the article, and go to its page."""
        self.articles.remember()
        self.articles.open(event.article_id)
        self.panes.focus_page()

    @on(SectionTree.HeadingChosen)
    def _go_to_heading(self, event: SectionTree.HeadingChosen) -> None:
        """Go to the heading."""
        self.foreground.uncover()
        self.selecting.stop()
        self.articles.remember()
        self.body.go_to_heading(event.offset)
        self.panes.focus_page()

    @on(FactsPanel.Picked)
    def _go_to_fact(self, event: FactsPanel.Picked) -> None:
        """Go to the fact's sentence and light its other mentions."""
        self.foreground.uncover()
        self.selecting.stop()
        self.articles.remember()
        self.body.show_lit([(fact.start, fact.end) for fact in event.finding.facts])
        self.body.go_to(event.fact.start)

    @on(RowList.Moved, "#facts-rows")
    def _choose_fact(self) -> None:
        """Let go of the selection: what was chosen last is what the keys work on."""
        self.selecting.stop()

    @on(NotesPanel.Picked)
    def _go_to_mark(self, event: NotesPanel.Picked) -> None:
        """Go to the mark."""
        self.foreground.uncover()
        self.notes_pane.go_to(event.mark)

    @on(NotesPanel.Taken)
    def _take_other(self, event: NotesPanel.Taken) -> None:
        """Take what another device wrote."""
        self.notes_pane.take(event.mark, event.other)

    @on(Chooser.Closed)
    def _leave_chooser(self, event: Chooser.Closed) -> None:
        """Go back to where something was chosen from."""
        if event.back is not None and not self.busy:
            self.set_focus(event.back)
        else:
            self._return_to_page()

    def _return_to_page(self) -> None:
        """Give the page the focus again, unless what was chosen asks something."""
        if not self.busy:
            self.panes.focus_page()

    # Messages of parts that are made late, which are loaded with them

    def on_form_closed(self) -> None:
        """Give the page the focus again."""
        self._return_to_page()

    def on_corrected(self, event: Corrected) -> None:
        """Save the corrections."""
        self.articles.correct(event.article_id, event.fields)

    def on_note_saved(self, event: NoteSaved) -> None:
        """Save the note."""
        self.noting.save(event.subject, event.text)

    def on_note_left(self, event: NoteLeft) -> None:
        """Keep the draft."""
        self.noting.leave(event.subject, event.text)

    def on_note_drafted(self, event: NoteDrafted) -> None:
        """Keep what is typed so far."""
        self.noting.keep_draft(event.subject, event.text)

    def on_note_elsewhere(self, event: NoteElsewhere) -> None:
        """Go on in the reader's own editor."""
        self.noting.edit_elsewhere(event.subject, event.text)
