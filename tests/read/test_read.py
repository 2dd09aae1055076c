"""Inputs of every kind, good and bad: one clear line for a bad one, the rest still read."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
import zipfile
from pathlib import Path

import duckdb
import pytest

from dateline.document import Document
from dateline.read import ReadOptions, Unread, read
from dateline.read.record import MAX_CHARACTERS
from dateline.read.text import document_of

PAGE = """<!doctype html><html><head><title>Bridge falls</title>
<meta property="og:site_name" content="Delta Times"><meta property="og:title" content="Bridge falls in Amra">
<meta property="article:published_time" content="2020-05-04T10:00:00Z"></head>
<body><nav>Home</nav><article><h1>Bridge falls in Amra</h1>{}</article></body></html>""".format(
    "".join(
        f"<p>Army units said on Monday that bridge number {i} had fallen after a night of fire.</p>"
        for i in range(6)
    )
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def one(*inputs, **options):
    (item,) = read(inputs, options=ReadOptions(**options))
    return item


def test_text_as_python_reads_it(folder):
    Path("a.txt").write_bytes("Two men died in Amrā.\r\nThree fled.".encode())
    document = one("a.txt")
    assert document.text == Path("a.txt").read_text("utf-8")
    assert (document.name, document.notes) == ("a", ())


def test_byte_order_mark_is_dropped(folder):
    Path("a.txt").write_bytes(b"\xef\xbb\xbfTwo men died.")
    assert one("a.txt").text == "Two men died."


def test_html_gives_title_outlet_and_date(folder):
    Path("a.html").write_text(PAGE)
    document = one("a.html")
    assert (document.title, document.outlet) == ("Bridge falls in Amra", "Delta Times")
    assert (document.published, document.published_by) == (dt.date(2020, 5, 4), "metadata")
    assert document.text.startswith("Bridge falls in Amra\nArmy units")
    assert document.blocks[0].kind == "title"


def test_options_win_over_metadata(folder):
    Path("a.html").write_text(PAGE)
    document = one("a.html", outlet="Mine", published=dt.date(2021, 1, 1))
    assert (document.outlet, document.published, document.published_by) == (
        "Mine",
        dt.date(2021, 1, 1),
        "option",
    )


def test_csv_rows_keep_their_text(folder):
    Path("a.csv").write_text(
        'who,article,day,src\n7,"Two men died.\n Three  fled.",8/4/2020,Delta\n', newline=""
    )
    columns = {"text": "article", "published": "day", "outlet": "src", "id": "who"}
    document = one("a.csv", columns=columns, date_order="mdy")
    assert (document.text, document.name, document.outlet) == ("Two men died.\n Three  fled.", "7", "Delta")
    assert (document.published, document.published_by) == (dt.date(2020, 8, 4), "column")


@pytest.mark.parametrize("mark", [";", "\t"])
def test_a_csv_may_part_its_columns_as_spreadsheets_abroad_do(folder, mark):
    Path("a.csv").write_text(f'text{mark}outlet\n"Two men died, and one; fled.\nSo he said."{mark}Delta\n')
    document = one("a.csv")
    assert (document.text, document.outlet) == ("Two men died, and one; fled.\nSo he said.", "Delta")


def test_jsonl_and_gzip_and_html_cells(folder):
    rows = [{"text": "Two men died.", "name": "x"}, {"html": PAGE, "url": "https://example.org/a"}]
    Path("a.jsonl.gz").write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    first, second = read(["a.jsonl.gz"])
    assert (first.name, second.name) == ("x", "a:2")
    assert (second.title, second.url) == ("Bridge falls in Amra", "https://example.org/a")


def test_parquet_rows(folder):
    duckdb.sql(
        "COPY (SELECT 'Men died in place ' || i AS text, DATE '2020-05-04' AS published "
        "FROM range(600) t(i)) TO 'a.parquet' (FORMAT parquet)"
    )
    documents = list(read(["a.parquet"]))
    assert len(documents) == 600
    assert (documents[-1].name, documents[-1].published) == ("a:600", dt.date(2020, 5, 4))


def test_folders_are_walked_in_order_of_names(folder):
    for name in ("b/2.txt", "b/1.txt", "a.txt", "skipped.bin", ".hidden.txt", "z.txt"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(f"Two men died in {name}.")
    assert [d.name for d in read(["."])] == ["a", "1", "2", "z"]


def test_standard_input(monkeypatch):
    class Input:
        buffer = io.BufferedReader(io.BytesIO(b'{"text": "Two men died."}\n{"text": "Three fled."}\n'))

    monkeypatch.setattr("sys.stdin", Input)
    assert [d.text for d in read(["-"])] == ["Two men died.", "Three fled."]


def test_reading_is_lazy(folder):
    Path("a.txt").write_text("Two men died.")
    found = read(["a.txt", "b.txt"])
    assert isinstance(next(found), Document)
    Path("b.txt").write_text("Written later.")
    assert next(found).text == "Written later."


def test_a_name_used_twice_is_changed_and_said(folder):
    for name in ("a/x.txt", "b/x.txt"):
        Path(name).parent.mkdir()
        Path(name).write_text("Two men died.")
    first, second = read(["a", "b"])
    assert (first.name, second.name) == ("x", "x (2)")
    assert second.notes == ("renamed: 'x' was taken",)


def test_another_encoding_is_detected_and_said(folder):
    Path("a.txt").write_bytes("The café in Córdoba was shelled, the señora said: “no more”.".encode("cp1252"))
    document = one("a.txt")
    assert document.text.startswith("The café in Córdoba")
    assert document.notes == ("not UTF-8: read as cp1252",)


BAD = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n \n", "empty"),
    "binary.txt": (bytes(range(256)) * 4, "binary, not text"),
    "line.txt": (b"a" * 50_000_000, f"longer than {MAX_CHARACTERS:,} characters"),
    "archive.txt": (b"PK\x03\x04 and so on", "a zip archive"),
    "page.html": (b"<html><head><title>Hi</title></head><body><nav>Home</nav></body></html>", "no article"),
    "column.csv": (b"id,body\n1,x\n", "no column 'text'; there are: id, body"),
    "damaged.parquet": (b"PAR1 and then nothing that it should hold", "not a readable Parquet file"),
    "damaged.txt.gz": (gzip.compress(b"Two men died." * 99)[:30], "a damaged gzip file"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_files_give_one_line_and_the_rest_is_read(folder, name):
    raw, reason = BAD[name]
    Path(name).write_bytes(raw)
    Path("good.txt").write_text("Two men died.")
    bad, good = read([name, "good.txt"])
    assert isinstance(bad, Unread)
    assert str(bad).startswith(f"{name}: {reason}")
    assert bad.advice
    assert "\n" not in str(bad)
    assert good.text == "Two men died."


def test_undecodable_bytes(folder, monkeypatch):
    monkeypatch.setattr("dateline.read.encoding.encoding_of", lambda sample: None)
    Path("a.txt").write_bytes(b"Two men \xff\x81 died.")
    assert "neither UTF-8" in one("a.txt").reason


def test_a_real_zip_and_a_missing_path(folder):
    with zipfile.ZipFile("a.txt", "w") as archive:
        archive.writestr("x.txt", "Two men died.")
    zipped, missing = read(["a.txt", "nowhere.txt"])
    assert zipped.reason == "a zip archive"
    assert missing.reason == "No such file or directory"


def test_a_folder_with_one_unreadable_file(folder, monkeypatch):
    for name in ("a.txt", "b.txt", "c.txt"):
        Path(name).write_text("Two men died.")
    real = Path.open

    def refused(path, *args, **kwargs):
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied")
        return real(path, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refused)
    Path("d.txt").symlink_to("nowhere")
    first, denied, last, dangling = read(["."])
    assert (first.name, last.name) == ("a", "c")
    assert denied.reason == "Permission denied"
    assert dangling.reason == "No such file or directory"


def test_bad_json_lines_are_numbered(folder):
    Path("a.jsonl").write_text(
        '{"text": "Two men died."}\n\n{bad\n[1]\n{"text": ""}\n{"text": "Three fled."}\n'
    )
    items = list(read(["a.jsonl"]))
    assert [getattr(i, "source", None) for i in items] == [
        None, "a.jsonl, line 3", "a.jsonl, line 4", "a.jsonl, line 5", None,
    ]  # fmt: skip
    assert "not JSON" in items[1].reason


def test_an_endless_json_line_is_passed_over(folder):
    Path("a.jsonl").write_text('{"text": "' + "a" * 5000 + '"}\n{"text": "Three fled."}\n')
    long, good = read(["a.jsonl"], options=ReadOptions(max_characters=100))
    assert "a line of more than 800 bytes" in long.reason
    assert good.text == "Three fled."


def test_a_date_that_is_none_leaves_the_report_undated_with_a_note(folder):
    Path("a.csv").write_text("text,published\nTwo men died.,8/4/2020\nThree fled.,2020-02-30\n")
    first, second = read(["a.csv"])
    assert (first.published, second.published) == (None, None)
    assert "8/4/2020" in first.notes[0]
    assert "2020-02-30" in second.notes[0]


def test_a_report_beyond_the_limit_says_what_to_do(folder):
    Path("a.csv").write_text("text\n" + "word " * 50 + "\nTwo men died.\n")
    long, good = read(["a.csv"], options=ReadOptions(max_characters=100))
    assert (long.source, long.advice.startswith("split it")) == ("a.csv, row 1", True)
    assert good.text == "Two men died."


def test_a_csv_line_or_row_without_an_end_is_never_held_whole(folder):
    endless, rows = "x" * 5_000, '"' + "y\n" * 900 + '"'
    Path("a.csv").write_text(f"text\n{endless}\nTwo men died.\n{rows}\n")
    line, good, row, *_ = read(["a.csv"], options=ReadOptions(max_characters=100))
    assert str(line).startswith("a.csv, row 1: not a CSV row: longer than 800 characters")
    assert good.text == "Two men died."
    assert str(row).startswith("a.csv, row 3: not a CSV row: longer than 800 characters")


def test_a_parquet_files_folders_are_no_columns(folder):
    Path("outlet=X").mkdir()
    duckdb.sql("COPY (SELECT 'Two men died.' AS text) TO 'outlet=X/a.parquet' (FORMAT parquet)")
    assert one("outlet=X/a.parquet").outlet is None


def test_a_gzipped_parquet_file_is_told_to_be_unpacked(folder):
    duckdb.sql("COPY (SELECT 'Two men died.' AS text) TO 'a.parquet' (FORMAT parquet)")
    Path("b.parquet.gz").write_bytes(gzip.compress(Path("a.parquet").read_bytes()))
    (unread,) = read(["b.parquet.gz"])
    assert str(unread).startswith("b.parquet.gz: a gzipped Parquet file; unpack it")


def test_a_cell_that_is_no_text_is_told_and_not_quoted_as_python_writes_it(folder):
    Path("a.jsonl").write_text('{"text": {"a": 1}}\n{"text": "Two men died.", "outlet": ["AP"]}\n')
    told, good = read(["a.jsonl"])
    assert str(told) == "a.jsonl, line 1: not text: text; correct the row; the other rows are read"
    assert (good.text, good.outlet) == ("Two men died.", None)


def test_a_by_line_ends_where_the_headline_is_printed_again() -> None:
    text = (
        "Ten Die in Orvane Mill\n\nPosted on July 2 2016 by Arvanna Gazette English Ten Die in Orvane Mill "
        "Ten herders were killed on Saturday in a raid on a mill."
    )
    document = document_of(text, name="t")
    again = text.index("Ten Die", text.index("English"))
    marks = [b.span for b in document.blocks if b.kind == "mark"]
    assert (marks[0].start, marks[-1].end) == (text.index("Posted"), again - 1)
