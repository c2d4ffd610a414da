using CrimeInsight.Core;
using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Tests.Core.Import;

public sealed class CsvTableTests
{
    [Theory]
    [InlineData("id,value\na,1\n#b,2.5\n")]
    [InlineData("VALUE;other;Id\r\n1;x;a\r\n2.5;y;#b\r\n")]
    [InlineData("sep=|\nid|value\n a |\"1\"\n#b|2.5")]
    [InlineData("\nid\tvalue\n\na\t1\tmore\n\n#b\t2.5\n\n")]
    public void Read_ColumnsByName_GivesTheirCells(string text)
    {
        var table = Open(text);
        var (id, value) = (table.Column("id"), table.Column("value"));
        var rows = new List<(string, double)>();
        while (table.Read())
            rows.Add((table.Text(id), table.Number(value, "")));
        Assert.Equal([("a", 1), ("#b", 2.5)], rows);
    }

    [Fact]
    public void Row_BlankRowsAndCellsOfSeveralLines_CountAsASpreadsheetDoes()
    {
        var table = Open("id,value\n\n\"a\nb\",1\nc,many\n");
        var value = table.Column("value");
        Assert.True(table.Read());
        Assert.Equal(2, table.Row);
        Assert.True(table.Read());
        var refusal = Assert.Throws<OperatorException>(() => table.Number(value, "; write a number"));
        Assert.Equal("'t.csv', row 3: value is 'many'; write a number.", refusal.Message);
    }

    [Fact]
    public void Span_RowThatEndsEarly_IsEmpty()
    {
        var table = Open("id,value\na\n");
        Assert.True(table.Read());
        Assert.Equal("", table.Text(table.Column("value")));
        Assert.False(table.TryNumber(table.Column("value"), out _));
    }

    [Theory]
    [InlineData("", "'t.csv' is empty; its first row must name id,value.")]
    [InlineData("\n\n", "'t.csv' is empty; its first row must name id,value.")]
    [InlineData("\"id,value\n", "'t.csv' has a first row that is not valid CSV; look for a quote that is not closed.")]
    [InlineData("id\na\n", "'t.csv' has no column 'value'; its first row must name id,value.")]
    [InlineData("id,value,Value\na,1,2\n", "'t.csv' has two columns 'value'; keep one of them.")]
    [InlineData("id,value\na,1\nb,\"2\nc,3\n", "'t.csv', row 2 is not valid CSV; look for a quote that is not closed.")]
    public void Read_InvalidFile_NamesPlaceAndRemedy(string text, string expected) => Assert.Equal(
        expected,
        Assert.Throws<OperatorException>(() =>
        {
            var table = Open(text);
            _ = table.Column("value");
            while (table.Read())
            {
            }
        }).Message);

    [Fact]
    public void Number_ThatDoesNotFit_IsRefused()
    {
        var table = new CsvTable(new StringReader("y\n-1\n"), null, "y");
        Assert.True(table.Read());
        var refusal = Assert.Throws<OperatorException>(() => table.Number(table.Column("y"), "; write 0 or more", value => value >= 0));
        Assert.Equal("Row 1: y is '-1'; write 0 or more.", refusal.Message);
    }

    private static CsvTable Open(string text) => new(new StringReader(text), "t.csv", "id,value");
}
