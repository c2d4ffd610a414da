using System.Collections.Frozen;
using System.Globalization;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Boundaries;

/// <summary>Finds places by what files of boundaries say of them, and where they are drawn today.</summary>
internal sealed class PlaceLookup
{
    private readonly BoundaryGround _ground;
    private readonly JurisdictionIndex _index;
    private readonly FrozenDictionary<(JurisdictionLevel Level, int Code), Jurisdiction> _byLocalGovernment;
    private readonly FrozenSet<string> _country;
    private readonly ILookup<JurisdictionLevel, (Jurisdiction Place, GeoShape Shape)> _drawn;

    public PlaceLookup(BoundaryGround ground)
    {
        _ground = ground;
        _index = new JurisdictionIndex(ground.Tree, ground.Learnt);
        _byLocalGovernment = ground.Tree.All.Where(place => place.LocalGovernmentCode is not null)
            .DistinctBy(place => (place.Level, place.LocalGovernmentCode))
            .ToFrozenDictionary(place => (place.Level, place.LocalGovernmentCode!.Value));
        _country = (ground.Tree.Root?.Names.Values ?? []).Select(NameKey.Of).ToFrozenSet(StringComparer.Ordinal);
        _drawn = ground.Drawn.Select(drawn => (Place: ground.Tree.Find(drawn.Key), drawn.Value.Shape))
            .Where(drawn => drawn.Place is not null)
            .ToLookup(drawn => drawn.Place!.Level, drawn => (drawn.Place!, drawn.Shape));
    }

    /// <summary>The place of a level with a code of ours, or of the Local Government Directory.</summary>
    public Jurisdiction? ByCode(string? code, JurisdictionLevel level)
    {
        if (code is null)
            return null;
        if (int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return _byLocalGovernment.GetValueOrDefault((level, number));
        return _ground.Tree.Find(code) is { } place && place.Level == level ? place : null;
    }

    /// <summary>What a name of a level means; null when there is none.</summary>
    public PlaceReading? ByName(string? name, JurisdictionLevel level, Jurisdiction? within)
    {
        if (string.IsNullOrEmpty(name))
            return null;
        var above = within?.Code ?? "";
        return level switch
        {
            JurisdictionLevel.Country => _country.Contains(NameKey.Of(name)) ? PlaceReading.Found(_ground.Tree.Root!, ImportField.State) : null,
            JurisdictionLevel.State => _index.Find(above, name, "", ""),
            JurisdictionLevel.District => _index.Find(above, "", name, ""),
            _ => _index.Find(above, "", "", name),
        };
    }

    /// <summary>The place of a level that is drawn where a point lies.</summary>
    public Jurisdiction? At(GeoPoint point, JurisdictionLevel level) =>
        _drawn[level].Where(drawn => drawn.Shape.Contains(point)).Select(drawn => drawn.Place).FirstOrDefault();

    public GeoBounds? BoundsOf(Jurisdiction place) => _ground.Drawn.GetValueOrDefault(place.Code)?.Shape.Bounds;

    public Jurisdiction? Above(Jurisdiction place, JurisdictionLevel level) => _ground.Tree.AncestorAt(place, level);

    public bool IsOwn(Jurisdiction place) => _ground.IsOwn(place);
}
