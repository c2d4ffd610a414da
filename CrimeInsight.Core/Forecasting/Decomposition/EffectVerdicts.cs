using System.Collections.Immutable;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>Whether tested effects are more than chance.</summary>
internal static class EffectVerdicts
{
    /// <summary>Of each festival whether it changes the figures, with Holm's correction over all that could be tested.</summary>
    /// <param name="effects">Tested ones and those that could not be told from the season, one per key.</param>
    /// <param name="keys">All festivals; those without an effect occurred too few times.</param>
    /// <param name="occurrences">How often one did.</param>
    /// <param name="estimate">Of a tested effect and its corrected p-value.</param>
    public static ImmutableArray<FestivalFinding> OfFestivals(
        IReadOnlyCollection<TestedEffect> effects, IEnumerable<string> keys, Func<string, int> occurrences, Func<TestedEffect, double, EffectEstimate> estimate)
    {
        TestedEffect[] tested = [.. effects.Where(effect => effect.IsSeparable).OrderBy(effect => effect.P)];
        var adjusted = MultipleTesting.Holm([.. tested.Select(effect => effect.P)]);
        var findings = tested.Select((effect, i) => Finding(effect, Of(adjusted[i]), estimate(effect, adjusted[i])))
            .Concat(effects.Where(effect => !effect.IsSeparable).Select(effect => Finding(effect, EffectVerdict.NotSeparable, null)));
        var untested = keys.Distinct().Except(effects.Select(effect => effect.Candidate.Key));
        return [.. findings, .. untested.Select(key => new FestivalFinding(key, EffectVerdict.TooFewSteps, null, 0, 0, occurrences(key)))];
    }

    /// <summary>By a p-value that is corrected.</summary>
    public static EffectVerdict Of(double adjustedP) =>
        adjustedP <= SeriesDecomposition.SignificanceLevel ? EffectVerdict.Present : EffectVerdict.NotSignificant;

    private static FestivalFinding Finding(TestedEffect effect, EffectVerdict verdict, EffectEstimate? estimate) =>
        new(effect.Candidate.Key, verdict, estimate, effect.Candidate.DaysBefore, effect.Candidate.DaysAfter, effect.Candidate.Occurrences);
}
