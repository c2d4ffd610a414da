using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.Demo;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.DensityClusters;
using CrimeInsight.Core.Hotspots.Hexagons;
using CrimeInsight.Core.Hotspots.NearRepeats;
using CrimeInsight.Core.Hotspots.RelativeRiskDensity;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Demo;

namespace CrimeInsight.Benchmarks;

/// <summary>
/// Whether what the demo data plant in space is found again, head by head over a few large states: hotspots by small cells, by
/// crowds and by density, and near repeats. What is found far from anything planted counts as a false alarm.
/// </summary>
internal sealed class PlantedPlacesBenchmark(BenchmarkDatabase database, FigureTable table)
{
    private const double NearMetres = 600;
    private const int LeastNear = 20;
    private const int MostPoints = 200_000;
    private const double FalseAlarms = 0.05;
    private const string Country = "IN";
    private static readonly string[] s_states = ["IN-MH", "IN-TN", "IN-KL", "IN-UP"];
    private static readonly string[] s_heads = ["other-theft", "auto-theft", "burglary", "robbery", "simple-hurt"];

    // Nothing follows anything there; theft and hurt crowd in hotspots, which is not contagion.
    private static readonly string[] s_quiet = ["other-theft", "simple-hurt", "cheating", "criminal-intimidation"];

    private readonly HotspotAnalysis _hotspots = database.Services.GetRequiredService<HotspotAnalysis>();

    private readonly HotspotMethods _methods = database.Services.GetRequiredService<HotspotMethods>();
    private readonly ICasePointReader _points = database.Services.GetRequiredService<ICasePointReader>();

    public async Task RunAsync(int incidents, CancellationToken cancellationToken)
    {
        var admin = await database.AddPersonAsync(PersonRole.Admin, Country);
        var planted = await PlantedAsync(incidents, cancellationToken);
        foreach (var settings in (HotspotSettings[])[new HexagonCellsSettings(), new DensityClustersSettings(), new RelativeRiskDensitySettings()])
            await HotspotsAsync(settings, planted, admin, cancellationToken);
        await RepeatsAsync(admin, cancellationToken);
    }

    private async Task<Period> PeriodAsync(CancellationToken cancellationToken) =>
        Period.LastMonths((await database.Services.GetRequiredService<IDataStatusReader>().GetAsync(cancellationToken)).AsOf!.Value, HotspotRequest.MostMonths);

    private async Task<ILookup<string, GeoPoint>> PlantedAsync(int incidents, CancellationToken cancellationToken)
    {
        await using var connection = await database.Owner.OpenConnectionAsync(cancellationToken);
        var inputs = await DemoInputsReader.ReadAsync(connection, cancellationToken);
        var states = inputs.Districts.ToDictionary(district => district.Code, district => district.StateCode);
        return new IncidentGenerator(new DemoRequest(incidents, seed: 1), inputs).Truth.Hotspots.ToLookup(
            hotspot => states[hotspot.DistrictCode], hotspot => hotspot.Centre);
    }

    private async Task HotspotsAsync(HotspotSettings settings, ILookup<string, GeoPoint> planted, Viewer admin, CancellationToken cancellationToken)
    {
        var method = _methods.Of(settings).Key;
        int all = 0, allFound = 0, reported = 0, allAstray = 0;
        foreach (var head in s_heads)
        {
            int large = 0, found = 0, astray = 0, findings = 0;
            foreach (var state in s_states)
            {
                var report = (FindingsReport)await _hotspots.RunAsync(
                    new HotspotRequest(settings, state, head, await PeriodAsync(cancellationToken)), admin, null, cancellationToken);
                var cases = await _points.ReadAsync(state, [head], report.Period, MostPoints, admin, cancellationToken);
                if (report.Obstacle is not null || cases is null)
                    continue;
                var near = planted[state].Where(centre => Near(cases, centre) >= LeastNear).ToList();
                large += near.Count;
                found += near.Count(centre => report.Findings.Cast<OutlinedFinding>().Any(finding => Reaches(finding.Outline, centre, NearMetres)));
                findings += report.Findings.Count;
                astray += report.Findings.Cast<OutlinedFinding>()
                    .Count(finding => planted[state].All(centre => !Reaches(finding.Outline, centre, 2 * NearMetres)));
            }

            table.Note(Text($"    {method}, {head}: {found} of {large} planted found; {astray} of {findings} findings far from any"));
            (all, allFound, reported, allAstray) = (all + large, allFound + found, reported + findings, allAstray + astray);
        }

        table.Add(Text($"planted hotspots with {LeastNear} cases found, by {method}"), Text($"{allFound} of {all}"), "", null);
        table.Add(Text($"findings far from any planted hotspot, by {method}"), Text($"{allAstray} of {reported}"), Text($"≤ {FalseAlarms:P0} beyond one"),
            allAstray <= 1 + FalseAlarms * reported);
    }

    private async Task RepeatsAsync(Viewer admin, CancellationToken cancellationToken)
    {
        foreach (var contagion in PlantedEffects.Contagions)
        {
            var (found, tested) = await CountAsync(contagion.HeadCode, admin, cancellationToken);
            table.Add(Text($"states in which the contagion of {contagion.HeadCode} is found"), Text($"{found} of {tested}"), "", null);
        }

        int alarms = 0, all = 0;
        foreach (var head in s_quiet)
        {
            var (found, tested) = await CountAsync(head, admin, cancellationToken);
            (alarms, all) = (alarms + found, all + tested);
        }

        table.Add("near repeats found where none are planted (heads × states)", Text($"{alarms} of {all}"), Text($"≤ {FalseAlarms:P0} beyond one"),
            alarms <= 1 + FalseAlarms * all);
    }

    /// <summary>States with any elevated band but that of the same place, and states with enough cases.</summary>
    private async Task<(int Found, int Tested)> CountAsync(string head, Viewer admin, CancellationToken cancellationToken)
    {
        int found = 0, tested = 0;
        foreach (var state in s_states)
        {
            var request = new HotspotRequest(new NearRepeatSettings(), state, head, await PeriodAsync(cancellationToken));
            if (await _hotspots.RunAsync(request, admin, null, cancellationToken) is not NearRepeatFindings { Report: { } report })
                continue;
            tested++;
            found += report.Calendar.Any(row => !row.IsSamePlace && row.ElevatedUntilDays is not null) ? 1 : 0;
        }

        return (found, tested);
    }

    private static int Near(CasePoints cases, GeoPoint centre) =>
        Enumerable.Range(0, cases.Places.Count)
            .Count(i => Math.Abs(cases.Places[i].Latitude - centre.Latitude) < 0.01 && Distance.Metres(cases.Places[i], centre) < NearMetres);

    /// <summary>A corner of the outline lies within so many metres, or the outline holds the point.</summary>
    private static bool Reaches(ImmutableArray<GeoPoint> outline, GeoPoint point, double metres)
    {
        var holds = false;
        for (int i = 0, j = outline.Length - 1; i < outline.Length; j = i++)
        {
            var (a, b) = (outline[i], outline[j]);
            if (Distance.Metres(a, point) <= metres)
                return true;
            if (a.Latitude > point.Latitude != b.Latitude > point.Latitude
                && point.Longitude < (b.Longitude - a.Longitude) * (point.Latitude - a.Latitude) / (b.Latitude - a.Latitude) + a.Longitude)
                holds = !holds;
        }

        return holds;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
