using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CrimeInsight.Core.Boundaries;

namespace CrimeInsight.Web.Cli;

/// <summary>Boundaries and their editions, as the verb prints them.</summary>
internal static class BoundariesJson
{
    private const int MostAreas = 500;

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Of(string file, BoundaryDraft draft, BoundaryEdition? edition) => JsonSerializer.Serialize(
        new
        {
            file,
            problem = draft.Problem,
            level = draft.Problem is null ? draft.Level : (object?)null,
            columns = draft.Columns,
            areas = draft.Shapes.Length,
            matched = draft.Matched,
            toReview = draft.ToReview,
            leftOut = draft.LeftOut,
            united = draft.United,
            repaired = draft.Repaired,
            outside = draft.Outside,
            unreadable = draft.Unreadable,
            turned = draft.IsTurned,
            places = draft.Codes.Count(),
            edition = edition?.Id,
            doubtful = draft.Shapes.Where(shape => shape.NeedsReview || shape.Code is null).Take(MostAreas).Select(shape => new
            {
                number = shape.Number,
                name = shape.Name,
                above = shape.Above.Length == 0 ? null : shape.Above,
                code = shape.Code,
                match = shape.Match,
                suggestion = shape.Suggestion,
                areaKm2 = Math.Round(shape.AreaSquareKilometres, 1),
                formerKm2 = shape.FormerSquareKilometres is { } former ? Math.Round(former, 1) : (double?)null,
                shared = shape.Shared is { } shared ? Math.Round(shared, 3) : (double?)null,
            }),
        },
        s_json);

    public static string Of(IEnumerable<BoundaryEdition> editions) => JsonSerializer.Serialize(editions, s_json);
}
