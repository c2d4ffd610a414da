using System.Text;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Import;

public sealed class CsvRecordReaderTests
{
    [Fact]
    public void Read_WorkedExample_GivesCellsRowsAndLines()
    {
        var records = Records("a,b\r\n\"x, y\",\" say \"\"yes\"\" \"\r\n\r\n\"two\r\nlines\",2\n ,\nlast, end");
        Assert.Equal(["1/1 a|b", "2/2 x, y|say \"yes\"", "4/4 two\r\nlines|2", "6/7 last|end"], records);
    }

    [Theory]
    [InlineData("a,b\n1,\"open\n3,4\n5,6\n", "1/1 a|b;2/2 QuoteUnbalanced;3/3 3|4;4/4 5|6")]
    [InlineData("a,b\n\"1\"x,2\n3,4\n", "1/1 a|b;2/2 QuoteUnbalanced;3/3 3|4")]
    [InlineData("a,b\n1,in\"side\n", "1/1 a|b;2/2 1|in\"side")]
    [InlineData("a,b\n1,\"open\n3,\"4\n5,6\n", "1/1 a|b;2/2 QuoteUnbalanced;3/3 QuoteUnbalanced;4/4 5|6")]
    [InlineData("a,b\n\"1,2\n3,4\",5,6\n7,8\n", "1/1 a|b;2/2 QuoteUnbalanced;3/3 3|4\"|5|6;4/4 7|8")]
    public void Read_StrayQuote_CostsItsLineAndNoMore(string text, string expected) => Assert.Equal(expected, string.Join(';', Records(text)));

    [Fact]
    public void Read_TenMegabyteLine_IsOneFaultAndMemoryStaysBounded()
    {
        var bytes = Encoding.UTF8.GetBytes("a,b\n1,2\n" + new string('x', 10_000_000) + ",2\n\"" + new string('y', 10_000_000) + "\",2\n3,4\n");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var records = Records(new MemoryStream(bytes));
        Assert.Equal(["1/1 a|b", "2/2 1|2", "3/3 TooLong", "4/4 TooLong", "5/5 3|4"], records);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16_000_000);
    }

    [Fact]
    public void Read_AnySplitOfTheBytes_GivesTheSameRecords()
    {
        var random = new Random(7);
        for (var run = 0; run < 300; run++)
        {
            var text = RandomText(random);
            foreach (var encoding in new Encoding[] { new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode })
            {
                byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
                var whole = Records(new MemoryStream(bytes));
                var split = Records(new SplitStream(bytes, random, random.Next(1, 9)));
                Assert.Equal(whole, split);
            }
        }
    }

    [Fact]
    public void Read_WrittenByTheRules_GivesBackEveryRecord()
    {
        var random = new Random(3);
        for (var run = 0; run < 300; run++)
        {
            var delimiter = ",;\t|"[random.Next(4)];
            var width = random.Next(2, 6);
            var records = Enumerable.Range(0, random.Next(1, 30)).Select(_ => Enumerable.Range(0, width).Select(_ => RandomCell(random)).ToArray()).ToList();
            var text = string.Join(random.Next(2) == 0 ? "\n"
                : "\r\n", records.Select(record => string.Join(delimiter, record.Select(cell => Quote(cell, delimiter)))));
            var expected = records.Where(record => record.Any(cell => cell.Trim().Length > 0))
                .Select(record => string.Join('\u001F', record.Select(cell => cell.Trim())));
            var reader = new CsvRecordReader(TextSource.Open(new SplitStream(Encoding.UTF8.GetBytes("x\n" + text), random, 5), "utf-8"))
            {
                Delimiter = delimiter,
                ExpectedCells = width,
            };
            reader.SkipLine();
            Assert.Equal(expected, All(reader).Select(cells => string.Join('\u001F', cells)));
        }
    }

    [Fact]
    public void Read_LongRecordsBeyondTheBuffer_AreWhole()
    {
        var cell = string.Concat(Enumerable.Repeat("தமிழ் हिन्दी 🚓 ", 20_000));
        var records = Records($"a,b\n{cell},\"{cell}\"\n{cell},2\n");
        Assert.Equal(["1/1 a|b", $"2/2 {cell.Trim()}|{cell.Trim()}", $"3/3 {cell.Trim()}|2"], records);
    }

    private static List<string> Records(string text) => Records(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static List<string> Records(Stream stream)
    {
        var reader = new CsvRecordReader(TextSource.Open(stream, null)) { ExpectedCells = 2 };
        var records = new List<string>();
        while (reader.Read())
            records.Add($"{reader.Row}/{reader.Line} " + (reader.Fault == CsvFault.None ? string.Join('|', reader.Cells()) : reader.Fault.ToString()));
        return records;
    }

    private static IEnumerable<string[]> All(CsvRecordReader reader)
    {
        while (reader.Read())
        {
            Assert.Equal(CsvFault.None, reader.Fault);
            yield return reader.Cells();
        }
    }

    // Anything, well-formed or not.
    private static string RandomText(Random random)
    {
        string[] pieces = ["a", "é", "त", "தி", "🚓", ",", ",", "\"", "\"\"", "\n", "\r\n", "\r", " ", "12"];
        return "x" + string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => pieces[random.Next(pieces.Length)]));
    }

    private static string RandomCell(Random random)
    {
        string[] pieces = ["a", "é", "ति", "தி", "🚓", ",", ";", "\t", "|", "\"", "\n", "\r\n", " ", "12"];
        return string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => pieces[random.Next(pieces.Length)]));
    }

    private static string Quote(string cell, char delimiter) =>
        cell.Contains(delimiter, StringComparison.Ordinal) || cell.AsSpan().IndexOfAny("\"\r\n") >= 0
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
