"""PDF is made by the LibreOffice of the machine; without it, or when it fails, a sentence says what to do."""

import pytest

from lantoa.documents import pdf
from lantoa.foundation.errors import BadInput

WRITES = """#!/bin/sh
for last; do :; done
printf '%%PDF-1.7' > "${last%.docx}.pdf"
"""


def machine(monkeypatch, tmp_path, script=None):
    """A machine whose only programs are those the script needs."""
    if script:
        program = tmp_path / "soffice"
        program.write_text(script)
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))


def test_a_word_file_comes_back_as_pdf(monkeypatch, tmp_path):
    machine(monkeypatch, tmp_path, WRITES)
    assert pdf.is_there()
    assert pdf.of_word(b"PK").startswith(b"%PDF")


def test_without_libreoffice_the_sentence_says_what_to_do(monkeypatch, tmp_path):
    machine(monkeypatch, tmp_path)
    assert not pdf.is_there()
    with pytest.raises(BadInput, match="chưa cài LibreOffice"):
        pdf.of_word(b"PK")


def test_a_program_that_makes_nothing_is_answered_in_words(monkeypatch, tmp_path):
    machine(monkeypatch, tmp_path, "#!/bin/sh\nexit 1\n")
    with pytest.raises(BadInput, match="chưa chuyển được"):
        pdf.of_word(b"PK")
