using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Stored;
using CrimeInsight.Core.Results;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Shared.Scopes;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>Reads places and puts them in order; those without a forecast, or without a figure to compare with, come last.</summary>
internal static class PlaceRanking
{
    /// <summary>The places below that of the scope.</summary>
    public static Task<Answer<SeriesRequest, ForecastRanking>> AskAsync(
        Answers<SeriesRequest, ForecastRanking> answers, Scope context, CancellationToken cancellationToken) =>
        answers.AskAsync(new(context.Place!.Code, context.Head.Code, SeriesStep.Month), context.Viewer, progress: null, cancellationToken);

    public static ImmutableArray<ForecastRank> Order(ImmutableArray<ForecastRank> ranks, PlaceOrder order) =>
    [
        .. ranks
            .OrderBy(rank => rank.Obstacle is not null)
            .ThenBy(rank => order != PlaceOrder.Most && ChangeOf(rank) is null)
            .ThenBy(rank => order switch
            {
                PlaceOrder.Most => -rank.Expected ?? 0,
                PlaceOrder.Falling => ChangeOf(rank)?.ProbabilityOfMore ?? 0,
                _ => -ChangeOf(rank)?.ProbabilityOfMore ?? 0,
            })
            .ThenByDescending(rank => Math.Abs(ChangeOf(rank)?.Cases ?? 0)),
    ];

    /// <summary>Against the same month a year before, which has the same season; where that is not known, against the last year's mean.</summary>
    public static ExpectedChange? ChangeOf(ForecastRank rank) => rank.AgainstLastYear ?? rank.AgainstRecentMean;
}
