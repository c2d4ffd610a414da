using CrimeInsight.Core.Import.Foresight;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Months by places: how many cases there would be, and how many more or fewer that is; the heads of each on tap.</summary>
public sealed partial class ForeseenChanges : ForesightPart
{
    private const int Shades = 5;

    private IReadOnlyList<ForeseenChange> _all = [];
    private List<int> _years = [];
    private int _year;
    private List<Month> _months = [];
    private List<string> _places = [];
    private Dictionary<(string, Month), ForeseenChange> _cells = [];
    private ILookup<(string, Month), ForeseenChange> _heads = Enumerable.Empty<ForeseenChange>().ToLookup(change => (change.Place, change.Month));
    private double _most;
    private ForeseenChange? _chosen;

    protected override async Task ReadAsync()
    {
        _all = await Desk.ChangesAsync(Upload, CancellationToken.None);
        _heads = _all.Where(change => change.Head is not null).ToLookup(change => (change.Place, change.Month));
        _years = [.. _all.Select(change => change.Month.First.Year).Distinct().Order()];
        if (_years.Count > 0)
            Show(_years[^1]);
    }

    private void Show(int year)
    {
        var shown = _all.Where(change => change.Head is null && change.Month.First.Year == year).ToList();
        _cells = shown.ToDictionary(change => (change.Place, change.Month));
        _months = [.. shown.Select(change => change.Month).Distinct().Order()];
        _places =
        [
            .. shown.GroupBy(change => change.Place).OrderByDescending(place => place.Sum(change => Math.Abs(change.Change))).Select(place => place.Key),
        ];
        _most = Math.Max(shown.Max(change => Math.Abs(change.Change)), 1);
        (_year, _chosen) = (year, null);
    }

    private int Heat(ForeseenChange cell) => (int)Math.Ceiling(Shades * Math.Sqrt(Math.Abs(cell.Change) / _most));

    private string Signed(long change) => change < 0 ? $"−{Format.Number(-change)}" : $"+{Format.Number(change)}";

    private string Label(ForeseenChange cell) => Text[
        nameof(DataRoomText.ChangeLabel), Reference!.Place(cell.Place), Format.Month(cell.Month.First), Format.Number(cell.Before), Format.Number(cell.After)];
}
