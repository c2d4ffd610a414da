using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>Reads the coordinates of a row: from two columns, or from one that holds both.</summary>
internal sealed class CoordinateColumns(FileLayout layout)
{
    // Metres of UTM and its like: no degrees are as large.
    private const double LeastMetres = 10_000;
    private const string Remedy = "UTM → WGS 84";

    private static readonly double[] s_powersOfTen = [.. Enumerable.Range(0, 16).Select(power => Math.Pow(10, power))];

    private readonly ValueCache<Angle?> _angles = new(CoordinateText.Read);

    /// <summary>Null when there are none, or they were rejected.</summary>
    public (GeoPoint Point, LocationPrecision Precision)? Read(in RawRow record, RowRejects rejects)
    {
        var latitudeText = layout.Read(record, ImportField.Latitude);
        var longitudeText = layout.Read(record, ImportField.Longitude);
        if (latitudeText.IsEmpty && longitudeText.IsEmpty)
            return null;
        var (latitude, longitude) = (Read(latitudeText), Read(longitudeText));
        if ((latitude is null || longitude is null) && (longitudeText.IsEmpty || longitudeText.SequenceEqual(latitudeText))
            && CoordinateText.ReadPair(latitudeText.ToString()) is var (first, second))
            (latitude, longitude) = (first, second);
        // Letters say which is which, whatever column they stand in.
        if (latitude is { IsEastOrWest: true } && longitude is { IsNorthOrSouth: true })
            (latitude, longitude) = (longitude, latitude);
        if (latitude is not { } north)
            rejects.Add(record, ImportField.Latitude, latitudeText.IsEmpty ? RejectReason.CoordinateIncomplete : RejectReason.NumberInvalid);
        else if (longitude is not { } east)
            rejects.Add(record, ImportField.Longitude, longitudeText.IsEmpty ? RejectReason.CoordinateIncomplete : RejectReason.NumberInvalid);
        else if (north.IsEastOrWest || east.IsNorthOrSouth)
            rejects.Add(record, north.IsEastOrWest ? ImportField.Latitude : ImportField.Longitude, RejectReason.CoordinateInvalid);
        else if (Math.Abs(north.Degrees) > LeastMetres && Math.Abs(east.Degrees) > LeastMetres)
            rejects.Add(record, ImportField.Latitude, RejectReason.CoordinatesProjected, Remedy);
        else
            return (new GeoPoint(north.Degrees, east.Degrees), PlaceChecker.PrecisionOf(Math.Max(north.Decimals, east.Decimals)));
        return null;
    }

    private Angle? Read(ReadOnlySpan<char> text) => text.IsEmpty ? null : TryPlain(text, out var angle) ? angle : _angles.Read(text);

    // What coordinates look like: up to 15 digits, so that both parts of the quotient are exact and it is rounded once
    // (Clinger, How to Read Floating Point Numbers Accurately, PLDI 1990).
    private static bool TryPlain(ReadOnlySpan<char> text, out Angle angle)
    {
        angle = default;
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
        angle = new Angle(digits / s_powersOfTen[Math.Max(decimals, 0)], Math.Max(decimals, 0));
        return true;
    }
}
