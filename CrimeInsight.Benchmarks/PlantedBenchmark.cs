using System.Globalization;
using CrimeInsight.Core.Demo;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Analysis;
using CrimeInsight.Core.Forecasting.Combination;
using CrimeInsight.Core.Forecasting.Decomposition;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Benchmarks;

/// <summary>Whether what the demo data plant in time is found again in the registered cases of the whole country, head by head.</summary>
internal sealed class PlantedBenchmark(BenchmarkDatabase database, FigureTable table)
{
    private const string Country = "IN";

    /// <summary>Heads whose expected shift is largest: robbery loses three cases of ten to snatching.</summary>
    private static readonly string[] s_shifted = ["robbery", "snatching"];

    private const string Gambling = "gambling";
    private const string Diwali = "diwali";
    private const double LeastSwing = 0.2;
    private const double LeastCases = 5;

    /// <summary>Cases a month from which a season of a fifth up and down stands out of the noise of counts.</summary>
    private const double ManyCases = 100;

    /// <summary>Cases a month from which two days of a half more stand out.</summary>
    private const double ManyForFestivals = 300;
    private const double FalseAlarms = 0.05;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var found = await DecomposeAsync(cancellationToken);
        Seasons(found);
        var (diwali, gambling) = (found.Where(one => IsPlanted(one.Head, Diwali)).ToList(), found.Single(one => one.Head == Gambling));
        var others = found.SelectMany(
            one => one.Effects.Findings.Where(finding => finding.Verdict is EffectVerdict.Present or EffectVerdict.NotSignificant
                && !IsPlanted(one.Head, finding.Key))).ToList();
        table.Add(
            "planted Diwali found, in gambling (strongest) and in all heads that have it",
            Text($"{Words(Has(gambling, Diwali))}; {diwali.Count(one => Has(one, Diwali))} of {diwali.Count}"), "found in gambling", Has(gambling, Diwali));
        var many = found.Where(one => one.PerMonth >= ManyForFestivals)
            .SelectMany(one => PlantedEffects.Festivals.Where(effect => effect.HeadCode == one.Head).Select(effect => effect.FestivalKey).Distinct()
                .Select(festival => Has(one, festival))).ToList();
        table.Add(Text($"planted festivals found, in heads with {ManyForFestivals} cases a month"), Text($"{many.Count(isFound => isFound)} of {many.Count}"),
            "", null);
        Share("festivals found where none is planted", others.Count(finding => finding.Verdict == EffectVerdict.Present), others.Count);
        var shifted = found.Where(one => s_shifted.Contains(one.Head)).ToList();
        table.Add(
            "planted shift of July 2024 found in robbery and snatching", Text($"{shifted.Count(HasShift)} of {shifted.Count}"),
            Text($"{s_shifted.Length} of {s_shifted.Length}"), shifted.Count(HasShift) == s_shifted.Length);
        var still = found.Where(one => !PlantedEffects.Shifts.Any(shift => shift.FromHeadCode == one.Head || shift.ToHeadCode == one.Head)).ToList();
        Share("shifts found where none is planted", still.Count(HasShift), still.Count);
    }

    private async Task<List<Found>> DecomposeAsync(CancellationToken cancellationToken)
    {
        var admin = await database.AddPersonAsync(PersonRole.Admin, Country);
        var reference = await database.Services.GetRequiredService<IReferenceDataReader>().GetAsync(cancellationToken);
        var analysis = ActivatorUtilities.CreateInstance<ForecastAnalysis>(database.Services);
        var decomposition = ActivatorUtilities.CreateInstance<DecompositionAnalysis>(database.Services);
        var found = new List<Found>();
        foreach (var head in reference.Heads.All.Where(head => !reference.Heads.All.Any(other => other.ParentId == head.Id)))
        {
            var query = new IncidentQuery
            {
                Measures = [Measure.Count],
                Dimensions = [Dimension.Month],
                Period = new Period(new(2020, 1, 1), new(2025, 1, 1)),
                Jurisdictions = [Country],
                Heads = [head.Code],
            };
            var forecast = await analysis.RunAsync(query, admin, 1, ForecastMethods.Named("mean12"), cancellationToken);
            if (forecast.History.IsEmpty || forecast.History.Average() < LeastCases)
                continue;
            var parts = await decomposition.RunAsync(query, admin, forecast, null, cancellationToken);
            if (parts.Outcome is DecompositionReport report)
                found.Add(new Found(head.Code, report, forecast.History.Average(), parts.Effects!));
        }

        return found;
    }

    private void Seasons(List<Found> found)
    {
        var planted = found.Where(one => Swing(one.Head) >= LeastSwing).ToList();
        var many = planted.Where(one => one.Report.Values.Average() >= ManyCases).ToList();
        var (seen, all) = (many.Count(HasSeason), planted.Count(HasSeason));
        table.Add(Text($"planted seasons found in heads with {ManyCases} cases a month, and in all"), Text($"{seen} of {many.Count}; {all} of {planted.Count}"),
            "all of the first", seen == many.Count);
    }

    private void Share(string name, int count, int tested) =>
        table.Add(name, Text($"{count} of {tested}"), Text($"≤ {FalseAlarms:P0} beyond one"), count <= 1 + FalseAlarms * tested);

    private static double Swing(string head)
    {
        var months = PlantedEffects.MonthlyEffectsOf(PlantedEffects.SeasonOf(head));
        return months.Max() - months.Min();
    }

    private static bool IsPlanted(string head, string festival) =>
        PlantedEffects.Festivals.Any(effect => effect.HeadCode == head && effect.FestivalKey == festival);

    private static bool Has(Found one, string festival) =>
        one.Effects.Findings.Any(finding => finding.Key == festival && finding.Verdict == EffectVerdict.Present);

    private static bool HasSeason(Found one) => one.Report.SeasonFinding.IsPresent;

    private static bool HasShift(Found one) => one.Report.ShiftFindings.Any(finding => finding is { IsFound: false, Verdict: EffectVerdict.Present });

    private static string Words(bool isFound) => isFound ? "found" : "not found";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <param name="Head">Code of a head without finer ones.</param>
    /// <param name="PerMonth">Mean cases.</param>
    private sealed record Found(string Head, DecompositionReport Report, double PerMonth, FestivalEffects Effects);
}
