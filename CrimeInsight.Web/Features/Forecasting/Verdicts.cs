using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>Who was better than the plain rules, by <see cref="MethodRecord.ComparedError"/>.</summary>
/// <param name="BestBaseline">The plain rule with the least error.</param>
/// <param name="Better">Methods with less error than it, best first.</param>
/// <param name="NotBetter">The other methods that are no plain rule.</param>
public sealed record Verdicts(MethodRecord BestBaseline, ImmutableArray<MethodRecord> Better, ImmutableArray<MethodRecord> NotBetter)
{
    /// <summary>Null without a track record.</summary>
    public static Verdicts? Of(ForecastReport report)
    {
        var methods = report.TrackRecord.Methods;
        if (methods.Where(method => method.IsBaseline).MinBy(method => method.ComparedError) is not { } best)
            return null;
        var others = methods.Where(method => !method.IsBaseline).OrderBy(method => method.ComparedError)
            .ToLookup(method => method.ComparedError < best.ComparedError);
        return new Verdicts(best, [.. others[true]], [.. others[false]]);
    }
}
