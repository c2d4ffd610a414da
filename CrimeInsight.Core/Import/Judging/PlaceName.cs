using System.Collections.Immutable;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>One name of one place.</summary>
/// <param name="Written">As people know it.</param>
/// <param name="State">In which the name is used; null for the country's own.</param>
/// <param name="Places">Where its cases are counted: the first, unless coordinates say another.</param>
internal sealed record PlaceName(PlaceNameKind Kind, string Written, Jurisdiction? State, ImmutableArray<Jurisdiction> Places)
{
    /// <summary>Day from which it exists; null: always.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>First day on which it does not exist any more; null: it still does.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Of towns; zero elsewhere.</summary>
    public int Residents { get; init; }

    public Jurisdiction Place => Places[0];

    /// <summary>Where its cases are counted is worth telling: the name is not that of the place.</summary>
    public ImportWarning? Note => Kind switch
    {
        PlaceNameKind.Town => ImportWarning.TownNamed,
        PlaceNameKind.Unit or PlaceNameKind.StateUnit => ImportWarning.PoliceUnitNamed,
        PlaceNameKind.NewDistrict => ImportWarning.NewDistrictNamed,
        _ => null,
    };

    /// <summary>Lies in a place, or holds it.</summary>
    public bool Fits(Jurisdiction? within) => within is null || Places.Any(place => within.Contains(place) || place.Contains(within));

    public override string ToString() => Note is null || Place.NameIn("en") == Written
        ? $"{Place.NameIn("en")} ({Place.Code})"
        : $"{Written}: {Place.NameIn("en")} ({Place.Code})";
}
