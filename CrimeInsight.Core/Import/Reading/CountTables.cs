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

    /// <summary>The records at the beginning, divided by the character that divides most of them into the most columns.</summary>
    public static List<string[]> Records(CsvRecordReader reader, int most)
    {
        var head = reader.Head().ToString();
        return s_delimiters.Select(delimiter => Divide(head, delimiter, most)).MaxBy(records => Width(records))!;
    }

    private static List<string[]> Divide(string head, char delimiter, int most)
    {
        var records = new List<string[]>();
        if (!head.Contains(delimiter, StringComparison.Ordinal))
            return records;
        var reader = new CsvRecordReader(new StringReader(head)) { Delimiter = delimiter };
        while (records.Count < most && reader.Read())
            if (reader.Fault == CsvFault.None)
                records.Add(reader.Cells());
        return records;
    }

    // The usual number of cells of a record; the last may be cut off.
    private static int Width(List<string[]> records) => records.Count == 0 ? 0 : records.CountBy(record => record.Length).MaxBy(width => width.Value).Key;
}
