using System.Text.Encodings.Web;
using System.Text.Json;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Places;

namespace CrimeInsight.Web.Cli;

/// <summary>Places and their edits, as the verb prints them.</summary>
internal static class PlacesJson
{
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(JurisdictionTree tree, Jurisdiction root, IEnumerable<PlaceEdit> edits) => JsonSerializer.Serialize(
        new
        {
            places = tree.All.Where(root.Contains).Select(place => new
            {
                code = place.Code,
                level = place.Level.ToString(),
                parent = place.ParentId is { } parent ? tree.Find(parent)?.Code : null,
                names = place.Names,
                latitude = place.Point?.Latitude,
                longitude = place.Point?.Longitude,
            }),
            edits = edits.Select(edit => Described(tree, edit)),
        },
        s_json);

    /// <param name="made">Code of the place that the edit makes, which the tree does not hold yet.</param>
    public static string Of(JurisdictionTree tree, PlaceEdit edit, string? made, bool isStored) =>
        JsonSerializer.Serialize(new { stored = isStored, edit = Described(tree, edit, made) }, s_json);

    public static string Of(int rows, int refused, int places, bool isStored, IEnumerable<object> problems) =>
        JsonSerializer.Serialize(new { stored = isStored, rows, refused, places, problems }, s_json);

    private static object Described(JurisdictionTree tree, PlaceEdit edit, string? made = null) => new
    {
        id = edit.Id,
        kind = edit.Kind.ToString(),
        place = tree.Today(edit.PlaceId)?.Code ?? made,
        other = edit.OtherId is { } other ? tree.Today(other)?.Code ?? made : null,
        from = edit.From,
        reason = edit.Reason,
        cases = edit.Cases,
        people = edit.People.Select(person => new { name = person.Name, gains = person.Gains }),
        by = edit.UserName,
        at = edit.MadeAt,
        undone = edit.UndoneAt,
        undoneBy = edit.UndoneBy,
    };
}
