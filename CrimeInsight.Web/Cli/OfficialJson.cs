using System.Text.Encodings.Web;
using System.Text.Json;
using CrimeInsight.Core.OfficialFigures;
using CrimeInsight.Core.OfficialFigures.Reading;

namespace CrimeInsight.Web.Cli;

/// <summary>What became of an official table, and which are loaded.</summary>
internal static class OfficialJson
{
    private const int MostListed = 200;

    // Names of places are read by people too: not as escapes. This is a terminal, not a page.
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(string fileName, OfficialDraft draft, OfficialEdition? edition) => JsonSerializer.Serialize(
        new
        {
            file = fileName,
            sha256 = draft.Sha256,
            problem = draft.Problem?.ToString(),
            edition = edition?.Id,
            rows = draft.Rows,
            repeated = draft.Repeats,
            years = draft.Years,
            figures = draft.Cells.Length,
            places = draft.Cells.Select(cell => cell.PlaceId).Distinct().Count(),
            heads = draft.Heads.Select(head => new { printed = head.Name, kind = head.Kind.ToString(), head = head.Measure }),
            checks = draft.Checks,
            differing = draft.Differences.Length,
            differences = draft.Differences.Take(MostListed).Select(one => new
            {
                place = one.Place, year = one.Year, head = one.Head, summed = one.Summed, printed = one.Printed, difference = one.Difference,
                against = one.IsKnown ? "known" : "printed",
            }),
            unplaced = draft.Unplaced.Length,
            unplacedUnits = draft.Unplaced.Take(MostListed).Select(unit => new
            {
                state = unit.State, unit = unit.Unit, from = unit.FirstYear, until = unit.LastYear, rows = unit.Rows, suggestion = unit.Suggestion,
            }),
        },
        s_json);

    public static string Of(ValidationReport report) => JsonSerializer.Serialize(
        new
        {
            year = report.Chosen,
            designShare = report.DesignShare,
            statuses = Enum.GetValues<ValidationStatus>().ToDictionary(status => JsonNamingPolicy.CamelCase.ConvertName(status.ToString()), report.Count),
            national = report.National.Select(sum => new
            {
                measure = sum.Measure, year = sum.Year, summed = sum.Summed, printed = sum.Printed, difference = sum.Difference,
            }),
            rows = report.Rows.Select(row => new
            {
                place = row.Place.Code,
                head = row.Head.Code,
                year = row.Year,
                ours = row.Ours,
                official = row.Official?.Cases,
                difference = row.Difference,
                coverage = row.Coverage.Share,
                coverageLower = row.Coverage.Interval?.Lower,
                coverageUpper = row.Coverage.Interval?.Upper,
                expected = row.Expected,
                tolerance = row.Tolerance,
                status = JsonNamingPolicy.CamelCase.ConvertName(row.Status.ToString()),
                reasons = row.Reasons.Select(reason => JsonNamingPolicy.CamelCase.ConvertName(reason.ToString())),
                basis = row.Official is { } official ? JsonNamingPolicy.CamelCase.ConvertName(official.Basis.ToString()) : null,
                source = row.Official?.Source,
            }),
        },
        s_json);

    public static string Of(IEnumerable<OfficialEdition> editions) => JsonSerializer.Serialize(
        editions.Select(edition => new
        {
            id = edition.Id,
            source = edition.Source,
            edition = edition.Edition,
            file = edition.FileName,
            sha256 = edition.Sha256,
            loadedBy = edition.LoadedBy,
            loadedAt = edition.LoadedAt,
            figures = edition.Figures,
            years = new[] { edition.FirstYear, edition.LastYear },
            state = edition.EndedAt is null ? "holds" : edition.IsReplaced ? "replaced" : "taken back",
            endedBy = edition.EndedBy,
            endedAt = edition.EndedAt,
        }),
        s_json);
}
