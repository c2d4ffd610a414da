using System.Globalization;
using CrimeInsight.Core.Import.Counts;

namespace CrimeInsight.Core.Import.Reading;

/// <summary>Keeps tables of counts from being read as cases, whatever mapping they come with.</summary>
internal static class CountTables
{
    private const int MostRows = 2_000;
    private static readonly char[] s_delimiters = [',', ';', '\t', '|'];

    /// <param name="reader">At the beginning of the file, where it stays.</param>
    /// <exception cref="ImportRefusedException">It is one, as its beginning shows.</exception>
    public static void Refuse(CsvRecordReader reader)
    {
        if (CountTable.Find(Records(reader, MostRows)) is { } table)
            throw new ImportRefusedException(FileProblem.TableOfCounts, table.Shown, table.Rows.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>All records of a file of any format.</summary>
    /// <param name="choice">Which part of it holds the table; null: the only one.</param>
    /// <exception cref="ImportRefusedException">It holds no rows, or several parts of which none is chosen.</exception>
    public static List<string[]> ReadAll(Stream content, DataFileChoice? choice)
    {
        using var text = TextSource.Open(content, null, choice);
        var reader = new CsvRecordReader(text);
        reader.Delimiter = text.IsConverted ? ',' : s_delimiters.MaxBy(delimiter => Width(Divide(reader, delimiter, MostRows)));
        return Divide(reader, int.MaxValue);
    }

    // The records at the beginning, divided by the character that divides most of them into the most columns.
    private static List<string[]> Records(CsvRecordReader reader, int most) =>
        s_delimiters.Select(delimiter => Divide(reader, delimiter, most)).MaxBy(Width)!;

    private static List<string[]> Divide(CsvRecordReader reader, char delimiter, int most)
    {
        var peek = reader.Peek();
        peek.Delimiter = delimiter;
        return Divide(peek, most);
    }

    private static List<string[]> Divide(CsvRecordReader reader, int most)
    {
        var records = new List<string[]>();
        while (records.Count < most && reader.Read())
            if (reader.Fault == CsvFault.None)
                records.Add(reader.Cells());
        return records;
    }

    // The usual number of cells of a record; the last may be cut off.
    private static int Width(List<string[]> records) => records.Count == 0 ? 0 : records.CountBy(record => record.Length).MaxBy(width => width.Value).Key;
}
