using System.Globalization;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Import.Preparing;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>Reads where a case took place: from a code, from names, or from coordinates alone.</summary>
internal sealed class PlaceColumns(FileLayout layout, ImportReferences references, Viewer viewer, ImportTally tally)
{
    // A station's area is some 14 km across on average, and hardly ever wider than this.
    private const double FarKm = 30;
    private const int MostPointChars = 40;

    private static readonly ImportField[] s_namingFields =
        [ImportField.JurisdictionCode, ImportField.Station, ImportField.District, ImportField.State, ImportField.Latitude];

    private readonly JurisdictionIndex _index = new(references.Data.Jurisdictions, references.PlaceAliases);
    private readonly CoordinateColumns _coordinates = new(layout);
    private readonly PlaceChecker _checker = new(references.Data.Jurisdictions, references.Shapes);
    private readonly Jurisdiction[] _scope = [.. viewer.JurisdictionIds.Select(references.Data.Jurisdictions.Find).OfType<Jurisdiction>()];

    /// <param name="on">Day of the offence: districts are made, and names change.</param>
    public Placement Read(in RawRow record, RowRejects rejects, DateOnly on)
    {
        var named = _index.Find(
            layout.Read(record, ImportField.JurisdictionCode),
            layout.Read(record, ImportField.State),
            layout.Read(record, ImportField.District),
            layout.Read(record, ImportField.Station))?.On(on);
        if (named is { Reason: { } reason })
            rejects.Add(record, named.Field, reason, named.Suggestion);
        else if (named is { CorrectedFrom: not null, Value: { } meant } && !layout.Plan.CorrectsNames)
            rejects.Add(record, named.Field, RejectReason.JurisdictionUnknown, $"{meant.NameIn("en")} ({meant.Code})");
        var (point, precision, located) = ReadPoint(record, rejects, named);
        if (named is null && point is null && !rejects.Any)
            rejects.Add(record, Array.Find(s_namingFields, field => layout[field] is not null), RejectReason.ValueMissing);
        var isFromPoint = located is not null
            && (named is null || named.Also.Contains(located) || (named.Value is { Level: < JurisdictionLevel.District } coarse && coarse.Contains(located)));
        if ((isFromPoint ? located : named?.Value) is not { } place)
            return default;
        if (!_scope.Any(own => own.Contains(place)))
            rejects.Add(record, named?.Field ?? ImportField.Latitude, RejectReason.JurisdictionNotYours);
        else if (!rejects.Any)
            Note(named, place, isFromPoint, point);
        return new Placement(place.Ordinal, point, point is null && HasStandIn(place) ? LocationPrecision.Station : precision, place);
    }

    // Its point is known, and no better one is.
    private bool HasStandIn(Jurisdiction place) =>
        layout.Plan.Imputes && place.Level >= JurisdictionLevel.Station && StationOf(place) is { Point: not null };

    private Jurisdiction? StationOf(Jurisdiction place) =>
        place.Level == JurisdictionLevel.Station ? place : references.Data.Jurisdictions.AncestorAt(place, JurisdictionLevel.Station);

    private void Note(PlaceReading? named, Jurisdiction place, bool isFromPoint, GeoPoint? point)
    {
        if (isFromPoint)
        {
            tally.Warn(ImportWarning.DistrictFromCoordinates, layout.NameOf(ImportField.Latitude));
            NoteFromPoint(point!.Value, place);
        }
        else if (point is { } at && place.Level >= JurisdictionLevel.Station && StationOf(place) is { Point: { } centre }
            && PlaceChecker.Kilometres(at, centre) > FarKm)
        {
            tally.Preparing.Doubt(PlaceDoubt.FarFromStation);
        }

        if (named is { CorrectedFrom: { } written })
            tally.Correct(layout.NameOf(named.Field), written, named.Value!.Code);
        if (named is { Note: { } note })
            tally.Warn(note, layout.NameOf(named.Field), named.Written!, place.Code);
        if (named is { IsCoarser: true })
            tally.Warn(ImportWarning.StationUnknown, layout.NameOf(layout[ImportField.Station] is null ? ImportField.JurisdictionCode : ImportField.Station));
    }

    private void NoteFromPoint(GeoPoint point, Jurisdiction place)
    {
        Span<char> text = stackalloc char[MostPointChars];
        text = text.TryWrite(CultureInfo.InvariantCulture, $"{point.Latitude:0.######}, {point.Longitude:0.######}", out var length) ? text[..length] : default;
        tally.Preparing.Note(PreparationStep.Geolocation, layout.NameOf(ImportField.Latitude), text, place.Code);
    }

    private (GeoPoint? Point, LocationPrecision Precision, Jurisdiction? District) ReadPoint(in RawRow record, RowRejects rejects, PlaceReading? named)
    {
        if (!layout.Plan.Locates || _coordinates.Read(record, rejects) is not var (point, precision))
            return (null, LocationPrecision.None, null);
        return Judge(record, rejects, point, named) is { } verdict ? (point, precision, verdict.District) : (null, LocationPrecision.None, null);
    }

    private PlaceVerdict? Judge(in RawRow record, RowRejects rejects, GeoPoint point, PlaceReading? named)
    {
        var verdict = _checker.Judge(point, named?.Value, named?.Also ?? []);
        if (verdict.Reason is { } reason)
        {
            var suggestion = reason == RejectReason.CoordinatesSwapped
                ? string.Create(CultureInfo.InvariantCulture, $"{point.Longitude} / {point.Latitude}")
                : verdict.District is { } district ? $"{district.NameIn("en")} ({district.Code})" : null;
            rejects.Add(record, ImportField.Latitude, reason, suggestion);
            return null;
        }

        if (verdict.IsInNeighbour && !rejects.Any)
            Doubt(ImportWarning.CoordinatesInNeighbour, PlaceDoubt.OutsideDistrict);
        if (verdict.IsOffCoast && !rejects.Any)
            Doubt(ImportWarning.CoordinatesOffCoast, PlaceDoubt.OffCoast);
        return verdict;
    }

    private void Doubt(ImportWarning warning, PlaceDoubt doubt)
    {
        tally.Warn(warning, layout.NameOf(ImportField.Latitude));
        tally.Preparing.Doubt(doubt);
    }
}
