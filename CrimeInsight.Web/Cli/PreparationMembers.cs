using System.Text.Json;
using CrimeInsight.Core.Import.Preparing;

namespace CrimeInsight.Web.Cli;

/// <summary>How rows were prepared, as docs/import.md describes it.</summary>
internal static class PreparationMembers
{
    public static object Describe(PreparationReport report) => new
    {
        steps = report.Steps.ToDictionary(
            step => NameOf(step.Step), step => new { on = step.IsOn, rows = step.Rows, samples = step.Samples.Select(Describe) }),
        places = Counts(report.Places),
        doubts = Counts(report.Doubts),
        open = Counts(report.Open),
        unmapped = report.Unmapped.Select(value => new { column = value.Column, value = value.Before, rows = value.Rows }),
    };

    /// <summary>As <c>preparation.steps</c> names them.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static object Describe(PreparedRow row) => new { row = row.Row, column = row.Column, before = row.Before, after = row.After };

    private static Dictionary<string, long> Counts<T>(IEnumerable<RowCount<T>> counts)
        where T : struct, Enum => counts.ToDictionary(count => NameOf(count.Kind), count => count.Rows);

    private static object Describe(PreparedValue value) => new { column = value.Column, before = value.Before, after = value.After, rows = value.Rows };
}
