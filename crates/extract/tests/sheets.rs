//! What a spreadsheet keeps, in its cells and beside them.

#![allow(
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]

mod made;

use extract::Reason;
use made::{CPR, finds, not, odf, parts, zip};

#[test]
fn strings_that_no_cell_shows_are_read() {
    let sheet = "<worksheet><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></worksheet>";
    let file = zip(&[
        ("[Content_Types].xml", b"<T/>"),
        (
            "xl/sharedStrings.xml",
            b"<sst><si><t>hej</t></si><si><r><t>0101</t></r><r><t>80-0008</t></r></si></sst>",
        ),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ]);
    let parts = parts("a.xlsx", &file);
    assert!(finds(&parts, CPR), "{parts:#?}");
    assert!(not(&parts).is_empty());
}

#[test]
fn sheets_in_a_binary_form_are_not_called_clean() {
    let file = zip(&[
        ("[Content_Types].xml", b"<T/>"),
        ("xl/worksheets/sheet1.bin", b"\x81\x01\0\x07\x00\x03"),
    ]);
    assert_eq!(not(&parts("a.xlsb", &file)), [Reason::UnknownType]);
}

#[test]
fn what_a_spreadsheet_keeps_beside_its_cells_is_read() {
    let table = |inner: &str| {
        odf(
            "spreadsheet",
            &format!("<office:body><office:spreadsheet>{inner}</office:spreadsheet></office:body>"),
        )
    };
    let row = |cell: &str| {
        table(&format!(
            "<table:table table:name=\"Ark\"><table:table-row>{cell}</table:table-row></table:table>"
        ))
    };
    for (what, file) in [
        (
            "sheet",
            table("<table:table table:name=\"Anna 010180-0008\"><table:table-row/></table:table>"),
        ),
        (
            "formula",
            row(
                "<table:table-cell table:formula=\"of:=IF([.A1]=1;&quot;010180-0008&quot;;1)\"><text:p>1</text:p></table:table-cell>",
            ),
        ),
        (
            "value",
            row(
                "<table:table-cell office:value-type=\"string\" office:string-value=\"010180-0008\"/>",
            ),
        ),
        (
            "name",
            table(
                "<table:named-expressions><table:named-range table:name=\"Anna_010180-0008\"/></table:named-expressions>",
            ),
        ),
        (
            "expression",
            table(
                "<table:named-expression table:name=\"a\" table:expression=\"&quot;010180-0008&quot;\"/>",
            ),
        ),
        (
            "condition",
            table(
                "<table:content-validation table:condition=\"of:cell-content-is-in-list(&quot;010180-0008&quot;)\"/>",
            ),
        ),
        (
            "description",
            row(
                "<table:table-cell><draw:frame xmlns:draw=\"d\" xmlns:svg=\"s\"><svg:desc>010180-0008</svg:desc></draw:frame></table:table-cell>",
            ),
        ),
        (
            "comment",
            row(
                "<table:table-cell><office:annotation><text:p>010180-0008</text:p></office:annotation></table:table-cell>",
            ),
        ),
    ] {
        let found = parts("a.ods", &file);
        assert!(finds(&found, CPR), "{what} {found:#?}");
    }
    let cell = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
    for (what, book, inner, comment) in [
        (
            "sheet",
            "<sheets><sheet name=\"Anna 010180-0008\"/></sheets>",
            cell,
            "",
        ),
        (
            "name",
            "<definedNames><definedName name=\"a\">\"010180-0008\"</definedName></definedNames>",
            cell,
            "",
        ),
        (
            "formula",
            "",
            "<row r=\"1\"><c r=\"A1\"><f>IF(B1,\"010180-0008\",1)</f><v>1</v></c></row>",
            "",
        ),
        (
            "choice",
            "",
            "<row/><dataValidations><dataValidation><formula1>\"Anna,010180-0008\"</formula1></dataValidation></dataValidations>",
            "",
        ),
        (
            "look",
            "",
            "<row/><conditionalFormatting><cfRule><formula>A1=\"010180-0008\"</formula></cfRule></conditionalFormatting>",
            "",
        ),
        (
            "comment",
            "",
            cell,
            "<comments><commentList><comment><text><r><t>010180-0008</t></r></text></comment></commentList></comments>",
        ),
    ] {
        let file = zip(&[
            ("[Content_Types].xml", b"<T/>"),
            (
                "xl/workbook.xml",
                format!("<workbook>{book}</workbook>").as_bytes(),
            ),
            (
                "xl/worksheets/sheet1.xml",
                format!("<worksheet>{inner}</worksheet>").as_bytes(),
            ),
            ("xl/comments1.xml", comment.as_bytes()),
        ]);
        let found = parts("a.xlsx", &file);
        assert!(finds(&found, CPR), "{what} {found:#?}");
    }
}
