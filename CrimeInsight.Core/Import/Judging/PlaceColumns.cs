using System.Globalization;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>Reads where a case took place: from a code, from names, or from coordinates alone.</summary>
internal sealed class PlaceColumns(FileLayout layout, ImportReferences references, Viewer viewer, ImportTally tally)
{
    private static readonly ImportField[] s_namingFields =
        [ImportField.JurisdictionCode, ImportField.Station, ImportField.District, ImportField.State, ImportField.Latitude];

    private static readonly double[] s_powersOfTen = [.. Enumerable.Range(0, 16).Select(power => Math.Pow(10, power))];

    private readonly JurisdictionIndex _index = new(references.Data.Jurisdictions, references.PlaceAliases);
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
            Note(named, place, isFromPoint);
        return new Placement(place.Ordinal, point, precision);
    }

    private void Note(PlaceReading? named, Jurisdiction place, bool isFromPoint)
    {
        if (isFromPoint)
            tally.Warn(ImportWarning.DistrictFromCoordinates, layout.NameOf(ImportField.Latitude));
        if (named is { CorrectedFrom: { } written })
            tally.Correct(layout.NameOf(named.Field), written, named.Value!.Code);
        if (named is { Note: { } note })
            tally.Warn(note, layout.NameOf(named.Field), named.Written!, place.Code);
        if (named is { IsCoarser: true })
            tally.Warn(ImportWarning.StationUnknown, layout.NameOf(layout[ImportField.Station] is null ? ImportField.JurisdictionCode : ImportField.Station));
    }

    private (GeoPoint? Point, LocationPrecision Precision, Jurisdiction? District) ReadPoint(in RawRow record, RowRejects rejects, PlaceReading? named)
    {
        var latitudeText = layout.Read(record, ImportField.Latitude);
        var longitudeText = layout.Read(record, ImportField.Longitude);
        if (layout.Mapping.Coordinates == CoordinateRule.Discard || (latitudeText.IsEmpty && longitudeText.IsEmpty))
            return (null, LocationPrecision.None, null);
        var hasLatitude = ReadNumber(latitudeText, out var latitude);
        var hasLongitude = ReadNumber(longitudeText, out var longitude);
        if (latitudeText.IsEmpty || longitudeText.IsEmpty)
            rejects.Add(record, latitudeText.IsEmpty ? ImportField.Latitude : ImportField.Longitude, RejectReason.CoordinateIncomplete);
        else if (!hasLatitude)
            rejects.Add(record, ImportField.Latitude, RejectReason.NumberInvalid);
        else if (!hasLongitude)
            rejects.Add(record, ImportField.Longitude, RejectReason.NumberInvalid);
        else if (Judge(record, rejects, new GeoPoint(latitude, longitude), named) is { } verdict)
            return (new GeoPoint(latitude, longitude), PlaceChecker.PrecisionOf(latitudeText, longitudeText), verdict.District);
        return (null, LocationPrecision.None, null);
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
            tally.Warn(ImportWarning.CoordinatesInNeighbour, layout.NameOf(ImportField.Latitude));
        if (verdict.IsOffCoast && !rejects.Any)
            tally.Warn(ImportWarning.CoordinatesOffCoast, layout.NameOf(ImportField.Latitude));
        return verdict;
    }

    private static bool ReadNumber(ReadOnlySpan<char> text, out double value) =>
        TryPlain(text, out value)
        || (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value));

    // What coordinates look like: up to 15 digits, so that both parts of the quotient are exact and it is rounded once
    // (Clinger, How to Read Floating Point Numbers Accurately, PLDI 1990).
    private static bool TryPlain(ReadOnlySpan<char> text, out double value)
    {
        value = 0;
        if (text.Length is 0 or > 16)
            return false;
        long digits = 0;
        var decimals = -1;
        foreach (var character in text)
            if (char.IsAsciiDigit(character))
                (digits, decimals) = (digits * 10 + (character - '0'), decimals < 0 ? decimals : decimals + 1);
            else if (character == '.' && decimals < 0)
                decimals = 0;
            else
                return false;
        if (decimals == text.Length - 1 || (decimals < 0 && text.Length > 15))
            return false;
        value = digits / s_powersOfTen[Math.Max(decimals, 0)];
        return true;
    }
}
