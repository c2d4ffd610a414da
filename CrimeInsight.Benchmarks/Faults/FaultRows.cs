using System.Globalization;
using System.Text;

namespace CrimeInsight.Benchmarks.Faults;

/// <summary>Rows to fail with.</summary>
internal static class FaultRows
{
    private const int Days = 1700;
    private static readonly string[] s_places = ["IN-TN-568", "IN-KL-565", "IN-MH-482", "IN-UP-162"];
    private static readonly string[] s_heads = ["burglary", "murder", "robbery", "auto-theft", "rape"];

    /// <param name="head">Of every row; null: one of several.</param>
    public static byte[] Csv(string name, int rows, string? head = null)
    {
        var text = new StringBuilder("source_reference,occurred_from,reported_on,jurisdiction_code,head_code\n");
        for (var row = 0; row < rows; row++)
        {
            var day = new DateOnly(2020, 1, 1).AddDays(row % Days);
            text.Append(CultureInfo.InvariantCulture, $"{name}{row},{day:yyyy-MM-dd}T{row % 24:00}:00,{day.AddDays(1):yyyy-MM-dd},")
                .Append(s_places[row % s_places.Length]).Append(',').Append(head ?? s_heads[row % s_heads.Length]).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A small file in every format.</summary>
    public static async Task<IReadOnlyList<(string Format, byte[] Bytes)>> FormatsAsync()
    {
        string[][] rows =
        [
            ["source_reference", "occurred_from", "reported_on", "jurisdiction_code", "head_code", "latitude", "longitude", "modus_operandi"],
            .. Enumerable.Range(0, 300).Select(i => (string[])
            [
                $"{i}/2024", i % 50 == 7 ? "soon" : string.Create(CultureInfo.InvariantCulture, $"2024-03-{i % 28 + 1:00}T{i % 24:00}:30"), "2024-04-02",
                "IN-TN-568", s_heads[i % s_heads.Length], i % 5 == 0 ? "" : "13.0827", i % 5 == 0 ? "" : "80.2707", i % 3 == 0 ? "" : $"lock \"broken\",\n{i}",
            ]),
        ];
        var csv = DataFiles.Csv(rows);
        return
        [
            ("csv", csv), ("xlsx", DataFiles.Workbook(rows)), ("parquet", await DataFiles.ParquetAsync(rows)), ("json", DataFiles.JsonArray(rows)),
            ("jsonl", DataFiles.JsonLines(rows)), ("geojson", DataFiles.GeoJson(rows, 5)), ("csv.gz", DataFiles.Gzip(csv)),
            ("csv.zip", DataFiles.Zip(("cases.csv", csv))),
        ];
    }
}
