using System.Globalization;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Tests.Support;

/// <summary>The shipped heads and sections, read from seed-data without a database.</summary>
internal static class SeedStatutes
{
    public static CrimeHeadTree Tree { get; } = new(Heads());

    public static IReadOnlyList<StatuteSection> All { get; } = [.. Rows("statutes.csv", "head_code,act,section,max_punishment,from,until", cells =>
        new StatuteSection(cells[0], cells[1], cells[2], Day(cells[4]), Day(cells[5]), cells[3]))];

    public static HeadIndex Index() => new(Tree, new StatuteIndex(All, Tree));

    private static List<CrimeHead> Heads()
    {
        var rows = Rows("crime-heads.csv", "id,code,parent_code,level,sensitive,rank,residual,en,hi,ta", cells => cells);
        var ids = rows.ToDictionary(cells => cells[1], cells => Number(cells[0]));
        return [.. rows.Select(cells => new CrimeHead(
            Number(cells[0]), cells[1], cells[2].Length == 0 ? null : ids[cells[2]], (CrimeHeadLevel)Number(cells[3]), cells[4] == "1",
            new Dictionary<string, string> { ["en"] = cells[7], ["hi"] = cells[8], ["ta"] = cells[9] })
            {
                Rank = cells[5].Length == 0 ? short.MaxValue : Number(cells[5]),
                IsResidual = cells[6] == "1",
            })];
    }

    private static List<T> Rows<T>(string file, string columns, Func<string[], T> read)
    {
        using var reader = new StreamReader(Repository.PathOf("seed-data", file));
        var table = new CsvTable(reader, file, columns);
        var wanted = columns.Split(',').Select(table.Column).ToArray();
        var rows = new List<T>();
        while (table.Read())
            rows.Add(read([.. wanted.Select(column => table.Text(column))]));
        return rows;
    }

    private static short Number(string text) => short.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
