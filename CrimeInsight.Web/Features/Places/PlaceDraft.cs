using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Places;

namespace CrimeInsight.Web.Features.Places;

/// <summary>An edit that is being written.</summary>
/// <param name="Place">The place edited; of one that is added the place above.</param>
public sealed record PlaceDraft(PlaceEditKind Kind, Jurisdiction Place)
{
    /// <summary>Names that are proposed, by language.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    public DateOnly? From { get; init; }

    public string Reason { get; init; } = "";

    public bool NamesPlace => Kind is PlaceEditKind.Add or PlaceEditKind.Rename or PlaceEditKind.Split;

    public bool MakesPlace => Kind is PlaceEditKind.Add or PlaceEditKind.Split;

    public bool HasTarget => Kind is PlaceEditKind.Move or PlaceEditKind.Merge;

    /// <summary>It changes cases, rights or names, from a day on.</summary>
    public bool HasDay => Kind is not (PlaceEditKind.Population or PlaceEditKind.Point);
}
