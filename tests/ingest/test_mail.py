"""Mail: newsletters and letters to articles."""

import base64
from email.message import EmailMessage

import pytest

from reader.article.model import Article
from reader.errors import IngestError, TooLargeError
from reader.ingest import ingest

SUBJECTS = ("ferry", "lighthouse", "harbour")
STORY = "".join(
    f"<p>The {subject} was opened on Thursday by the mayor, who said that it had taken nine years"
    f" to build, and that those who live beside the {subject} had waited for longer.</p>"
    for subject in SUBJECTS
)
PAGE = (
    '<html lang="en"><body><div style="display:none">A short look ahead</div>'
    '<table width="600"><tr><td><a href="https://t.example.org/view">View in browser</a></td></tr>'
    '<tr><td><img src="https://t.example.org/o.gif" width="1" height="1"></td></tr>'
    "<tr><td><h1>The coast opens</h1></td></tr>"
    f"<tr><td>{STORY}</td></tr>"
    '<tr><td><img src="cid:quay" alt="The quay at noon" width="400"></td><td>x</td></tr>'
    "<tr><td><h2>Also this week</h2><ul><li>The tide tables are out.</li>"
    "<li>The library has new hours.</li></ul><p>That is all for this week.</p></td></tr>"
    '<tr><td><a href="https://t.example.org/s">Share</a></td></tr>'
    "<tr><td><p>You received this email because you signed up on our site.</p>"
    '<p><a href="https://t.example.org/u">Unsubscribe</a> | Quay Road 4, Seaham</p></td></tr>'
    "</table></body></html>"
)
PLAIN = """View this email in your browser: https://t.example.org/view

THE COAST OPENS
===============

The ferry was opened on Thursday by the mayor, who said that it had
taken nine years to build.

> We have waited for longer than that, said
> those who live beside it.

* The tide tables are out.
* The library has new hours, and a page of them at
  https://example.org/hours.

-----

Unsubscribe: https://t.example.org/u
"""


def newsletter(*, html: str | None = PAGE, text: str | None = PLAIN, **fields: str) -> EmailMessage:
    """Return a newsletter as a list sends it, with *fields* in place of its header's."""
    message = EmailMessage()
    header = {
        "From": "Ann Müller from The Coast Letter <coast@list.example.org>",
        "To": "reader@example.org",
        "Subject": "The coast opens – at last",
        "Date": "Thu, 20 Nov 2025 07:30:00 +0100",
        "Message-ID": "<1@list.example.org>",
        "List-Unsubscribe": "<https://t.example.org/u>",
    } | {name.replace("_", "-"): value for name, value in fields.items()}
    for name, value in header.items():
        message[name] = value
    if text is not None:
        message.set_content(text)
    if html is not None and text is not None:
        message.add_alternative(html, subtype="html")
    elif html is not None:
        message.set_content(html, subtype="html")
    return message


def read(message: EmailMessage) -> Article:
    """Return the article of *message* as a mail program saves it."""
    return ingest(message.as_bytes())


def test_a_newsletter_is_its_page_without_what_its_sending_added() -> None:
    article = read(newsletter())

    assert article.title == "The coast opens – at last"
    assert [block.kind for block in article.blocks] == [
        "heading",
        *["paragraph"] * 3,
        "image",
        "paragraph",
        "heading",
        "list_item",
        "list_item",
        "paragraph",
    ]
    assert article.text.endswith("That is all for this week.")
    told = {piece.text: piece.reason for piece in article.dropped}
    assert told["View in browser"] == told["Share"] == "boilerplate"
    assert "Quay Road" not in article.text


def test_a_newsletter_says_who_wrote_it_for_whom_and_when() -> None:
    article = read(newsletter())

    assert article.byline == ("Ann Müller",)
    assert article.publisher == "The Coast Letter"
    assert article.published == "2025-11-20T07:30:00+01:00"
    assert article.language == "en"
    assert article.guessed == {}


@pytest.mark.parametrize(
    ("sender", "listed", "byline", "publisher"),
    [
        ("The Coast Letter <a@b.example>", "", (), "The Coast Letter"),
        ("Ann Lee at Coast Weekly <a@b.example>", "", ("Ann Lee",), "Coast Weekly"),
        ("Ann Lee | Coast Weekly <a@b.example>", "", ("Ann Lee",), "Coast Weekly"),
        ("Ann Lee <a@b.example>", "Coast Talk <talk.b.example>", ("Ann Lee",), "Coast Talk"),
        ('"Coast, Inc." <a@b.example>', "", (), "Coast, Inc."),
        ("a@b.example", "", (), None),
    ],
)
def test_a_sender_is_a_person_a_publication_or_both(
    sender: str, listed: str, byline: tuple[str, ...], publisher: str | None
) -> None:
    fields = {"List_Id": listed} if listed else {}
    article = read(newsletter(From=sender, **fields))

    assert (article.byline, article.publisher) == (byline, publisher)


def test_a_letter_that_no_list_sent_is_from_its_author() -> None:
    message = newsletter(From="Ann Lee <a@b.example>")
    del message["List-Unsubscribe"]

    assert read(message).byline == ("Ann Lee",)
    assert read(message).publisher is None


def test_a_mail_without_a_page_is_its_text() -> None:
    article = read(newsletter(html=None))

    assert [(block.kind, article.text[block.start : block.end]) for block in article.blocks] == [
        ("heading", "THE COAST OPENS"),
        (
            "paragraph",
            "The ferry was opened on Thursday by the mayor, who said that it had taken nine years"
            " to build.",
        ),
        ("quote", "We have waited for longer than that, said those who live beside it."),
        ("list_item", "The tide tables are out."),
        (
            "list_item",
            "The library has new hours, and a page of them at https://example.org/hours.",
        ),
    ]
    assert article.blocks[-1].inline[0].href == "https://example.org/hours"


def test_an_answer_keeps_what_it_answers_as_a_quote() -> None:
    article = read(newsletter(html=None, text="The fees.\n\nOn Monday, Ben wrote:\n> Which?\n>\n"))

    assert [(block.kind, article.text[block.start : block.end]) for block in article.blocks] == [
        ("paragraph", "The fees."),
        ("paragraph", "On Monday, Ben wrote:"),
        ("quote", "Which?"),
    ]


def test_pictures_that_count_who_reads_are_none() -> None:
    pixels = "".join(
        f'<img src="https://t.example.org/{n}.png" {size}>'
        for n, size in enumerate(
            ('width="1"', 'style="width: 1px; height:1px"', 'style="height:0"')
        )
    )
    article = read(newsletter(html=f"<html><body>{STORY}{pixels}</body></html>"))

    assert {block.kind for block in article.blocks} == {"paragraph"}


def test_an_empty_page_leaves_the_text() -> None:
    assert "nine years" in read(newsletter(html="<html><body><img src='x'></body></html>")).text


def test_text_that_flows_on_is_joined_where_its_lines_end_in_a_space() -> None:
    message = (
        b"From: a@b.example\nTo: c@d.example\nMessage-ID: <1>\nSubject: Tide\n"
        b"Content-Type: text/plain; format=flowed\n\nThe tide \ncame in.\nAnd out.\n-- \nAnn\n"
    )

    assert ingest(message).text == "The tide came in.\nAnd out."


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_every_encoding_of_a_text_gives_the_same(charset: str, encoding: str) -> None:
    text = "The café by the harbour was full, as it is on each day of the fair.\n"
    body = text.encode(charset)
    if encoding == "base64":
        body = base64.encodebytes(body)
    elif encoding == "quoted-printable":
        body = b"".join(b"=%02X" % byte for byte in body).replace(b"=20", b"=20=\n")
    header = (
        "From: =?iso-8859-1?Q?Andr=E9?= <a@b.example>\nTo: c@d.example\nMessage-ID: <1>\n"
        "Subject: =?UTF-8?B?" + base64.b64encode("Grüße".encode()).decode() + "?= vom Hafen\n"
        f"MIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\n"
        f"Content-Transfer-Encoding: {encoding}\n\n"
    )
    article = ingest(header.encode() + body)

    assert article.text == text.strip()
    assert (article.title, article.byline) == ("Grüße vom Hafen", ("André",))


def test_a_forwarded_newsletter_is_told_by_its_own_header() -> None:
    quoted = (
        "<div>Have a look!</div><div>---------- Forwarded message ---------<br>From: <b>The Coast"
        " Letter</b> &lt;coast@list.example.org&gt;<br>Date: Wed, 19 Nov 2025 at 09:15<br>Subject:"
        f" Re: A pier for Seaham<br>To: &lt;x@example.org&gt;<br></div><br>{STORY}"
    )
    article = read(newsletter(html=quoted, Subject="Fwd: A pier for Seaham"))

    assert article.title == "A pier for Seaham"
    assert article.published == "2025-11-19T09:15:00"
    assert article.byline == ("The Coast Letter",)
    assert article.text.startswith("The ferry was opened")
    assert ("Have a look!", "forwarding") in {(one.text, one.reason) for one in article.dropped}


def test_a_mail_attached_to_a_mail_is_the_article() -> None:
    outer = EmailMessage()
    outer["From"], outer["To"], outer["Subject"] = "A <a@b.example>", "c@d.example", "Fw: look"
    outer["Message-ID"] = "<2@b.example>"
    outer.set_content("See below.")
    outer.add_attachment(newsletter())

    assert read(outer).title == "The coast opens – at last"


def test_an_address_on_the_web_that_the_header_states_is_who_the_mail_is() -> None:
    article = read(newsletter(Archived_At="<https://coast.example.org/p/the-coast-opens>"))

    assert article.canonical_url == "https://coast.example.org/p/the-coast-opens"


def test_of_a_mailbox_the_first_mail_is_read_and_said_to_be_but_the_first() -> None:
    line = b"From coast@b.example Thu Nov 20 07:30:00 2025\n"
    first = line + newsletter(html=None).as_bytes()
    other = line + newsletter(html=None, Subject="A second").as_bytes()

    assert ingest(first).guessed == {}
    article = ingest(first + b"\n" + other)
    assert article.title == "The coast opens – at last"
    assert article.text == ingest(first).text
    assert article.guessed["text"].startswith("cut")


def test_files_beside_the_text_are_left_alone() -> None:
    message = newsletter(html=None)
    message.add_attachment(b"%PDF-1.7 of the tides", maintype="application", subtype="pdf")
    message.add_attachment("An old list.", filename="list.txt")

    assert "An old list" not in read(message).text


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"Content-Type: multipart/encrypted; boundary=x\n\n--x\n\nsecret\n--x--\n", "encrypted"),
        (b"Content-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n", "no text"),
        (b"Content-Type: text/plain\n\n\n", "no text"),
    ],
)
def test_a_mail_that_cannot_be_read_says_why(body: bytes, problem: str) -> None:
    with pytest.raises(IngestError, match=f"the source: .*{problem}.*; "):
        ingest(b"From: a@b.example\nTo: c@d.example\nMessage-ID: <1>\nSubject: x\n" + body)


def nested(depth: int) -> bytes:
    """Return a mail of parts within parts."""
    start = b"From: a@b.example\nTo: c@d.example\nMessage-ID: <1>\nSubject: x\n"
    opening = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (level, level)
        for level in range(depth)
    )
    return start + opening + b"Content-Type: text/plain\n\nThe tide came in.\n"


def test_parts_within_parts_are_followed_as_deep_as_mail_goes() -> None:
    assert ingest(nested(30)).text == "The tide came in."
    for depth in (300, 2_000):
        with pytest.raises(IngestError):
            ingest(nested(depth))
    with pytest.raises(TooLargeError, match="parts within parts"):
        ingest(nested(10_000))


def test_nothing_that_a_terminal_obeys_comes_through_a_header() -> None:
    article = ingest(
        b"From: =?utf-8?B?" + base64.b64encode(b"Ann\x1b]0;x\x07 Lee") + b"?= <a@b.example>\n"
        b"Subject: tide\x1b[31m in\nTo: c@d.example\nMessage-ID: <1>\n\nThe tide.\x1b[2J\n"
    )

    assert (article.title, article.byline, article.text) == ("tide in", ("Ann Lee",), "The tide.")
