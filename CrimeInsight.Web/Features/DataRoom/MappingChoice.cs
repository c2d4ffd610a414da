using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>A way of reading a file that is offered.</summary>
/// <param name="Key">In the list of choices.</param>
/// <param name="Name">Under which it was saved; null: suggested.</param>
/// <param name="Fits">Made for a header such as this one.</param>
/// <param name="Saved">Null when nobody saved it.</param>
internal sealed record MappingChoice(string Key, string? Name, MappingDraft Draft, bool Fits, SavedMapping? Saved = null)
{
    public const string SuggestedKey = "suggested";

    /// <summary>What is offered for a file; those that fit first.</summary>
    public static IReadOnlyList<MappingChoice> For(FileSketch sketch, IEnumerable<SavedMapping> saved)
    {
        List<MappingChoice> offered = [];
        foreach (var mapping in saved)
            if (TryParse(mapping.Json) is { } draft)
                offered.Add(new MappingChoice($"saved:{mapping.Name}", mapping.Name, draft, mapping.Fingerprint == sketch.Fingerprint, mapping));
        foreach (var name in ShippedMappings.Names())
            if (TryParse(ShippedMappings.Read(name)) is { } draft && draft.NotIn(sketch).Count == 0)
                offered.Add(new MappingChoice($"shipped:{name}", name, draft, true));
        offered.Add(new MappingChoice(SuggestedKey, null, new MappingDraft(sketch.Suggestion with { Questions = null }), false));
        return [.. offered.OrderByDescending(choice => choice.Fits).ThenByDescending(choice => choice.Saved?.SavedAt)];
    }

    private static MappingDraft? TryParse(string json)
    {
        try
        {
            return MappingDraft.Parse(json);
        }
        catch (ImportRefusedException)
        {
            // Saved by another version of the product.
            return null;
        }
    }
}
