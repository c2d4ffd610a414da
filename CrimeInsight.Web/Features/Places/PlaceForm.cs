using System.Globalization;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Places;

namespace CrimeInsight.Web.Features.Places;

/// <summary>What is typed in the dialog of an edit, and the request it makes.</summary>
internal sealed class PlaceForm(PlaceDraft draft, JurisdictionTree tree, DateOnly today)
{
    public Dictionary<string, string> Names { get; } =
        new(draft.Kind == PlaceEditKind.Rename ? draft.Place.Names : draft.Names, StringComparer.Ordinal);

    public string Code { get; set; } = draft.MakesPlace ? NextCode(draft, tree) : "";

    public Jurisdiction? Target { get; set; }

    public HashSet<int> Stations { get; } = [];

    public double? SharePercent { get; set; }

    public int Year { get; set; } = today.Year;

    public long? Residents { get; set; }

    public double? Latitude { get; set; } = draft.Place.Point?.Latitude;

    public double? Longitude { get; set; } = draft.Place.Point?.Longitude;

    public DateOnly From { get; set; } = draft.From ?? today;

    public string Reason { get; set; } = draft.Reason;

    public PlaceRequest Request() => new(draft.Kind, draft.Place.Id, draft.HasDay ? From : today, Reason.Trim())
    {
        OtherId = Target?.Id,
        Code = draft.MakesPlace ? Code : null,
        Names = draft.NamesPlace
            ? Names.Where(pair => pair.Value.Trim().Length > 0).ToDictionary(pair => pair.Key, pair => pair.Value.Trim())
            : null,
        StationIds = [.. Stations],
        Share = SharePercent / 100,
        Residents = draft.Kind == PlaceEditKind.Population ? new Dictionary<int, long?> { [Year] = Residents } : null,
        Point = draft.Kind == PlaceEditKind.Point && Latitude is { } latitude && Longitude is { } longitude ? new GeoPoint(latitude, longitude) : null,
    };

    // Of its kind the first that is free: numbers of the government may take its place.
    private static string NextCode(PlaceDraft draft, JurisdictionTree tree)
    {
        var above = draft.Kind == PlaceEditKind.Add ? draft.Place : tree.Find(draft.Place.ParentId!.Value)!;
        return Enumerable.Range(1, 999)
            .Select(number => $"{above.Code}-N{number.ToString("00", CultureInfo.InvariantCulture)}")
            .First(code => tree.Find(code) is null);
    }
}
