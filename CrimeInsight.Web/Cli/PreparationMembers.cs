using System.Text.Json;
using CrimeInsight.Core.Import.Preparing;

namespace CrimeInsight.Web.Cli;

/// <summary>How rows were prepared, as docs/import.md describes it.</summary>
internal static class PreparationMembers
{
    public static object Describe(PreparationReport report) => new
    {
        repaired = report.Repaired,
        steps = report.Steps.ToDictionary(
            step => JsonNamingPolicy.CamelCase.ConvertName(step.Step.ToString()),
            step => new { on = step.IsOn, rows = step.Rows, samples = step.Samples.Select(Describe) }),
        places = report.Places.ToDictionary(share => JsonNamingPolicy.CamelCase.ConvertName(share.Precision.ToString()), share => share.Rows),
        unmapped = report.Unmapped.Select(value => new { column = value.Column, value = value.Before, rows = value.Rows }),
    };

    private static object Describe(PreparedValue value) => new { column = value.Column, before = value.Before, after = value.After, rows = value.Rows };
}
