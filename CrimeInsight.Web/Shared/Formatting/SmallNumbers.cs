using CrimeInsight.Core.Statistics;
using CrimeInsight.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Formatting;

/// <summary>
/// Changes and percentages of counts by one rule on every page (<see cref="CountPair"/>, <see cref="Proportion"/>): what rests
/// on too few cases is written as the counts themselves.
/// </summary>
public sealed class SmallNumbers(IStringLocalizer<SharedText> text, DisplayFormat format)
{
    /// <summary>+12.4%, or 9 → 22 where percent would say more than the cases do; null when either count is not known.</summary>
    public string? Change(double? before, double? after) => PairOf(before, after) is not { } pair ? null
        : pair.Percent is { } percent ? format.Change(percent)
        : text[nameof(SharedText.FromTo), format.Number(pair.Before), format.Number(pair.After)].Value;

    /// <summary>As <see cref="Change"/>, with the earlier count and, below a thousand cases in both together, the interval.</summary>
    public string ChangeInFull(double before, double after)
    {
        var pair = new CountPair(before, after);
        if (pair is not { Percent: { } percent, Interval: { } interval })
            return Change(before, after)!;
        return pair.Before + pair.After >= Proportion.LeastAlone
            ? text[nameof(SharedText.ChangeFrom), format.Change(percent), format.Number(pair.Before)]
            : text[nameof(SharedText.ChangeBetween), format.Change(percent), format.Number(pair.Before), format.Change(interval.Lower, 0),
                format.Change(interval.Upper, 0)];
    }

    /// <summary>45.6%, or 3 of 4 where there are too few; not available when either is not known.</summary>
    public string Share(Proportion? share) => share is not { } known ? format.NotAvailable
        : known.Percent is { } percent ? format.Percent(percent, known.IsSure ? 1 : 0)
        : text[nameof(SharedText.PartOf), format.Number(known.Part), format.Number(known.Whole)];

    /// <summary>What a percentage is of, with its interval where it needs one; null where <see cref="Share"/> says it already.</summary>
    public string? Basis(Proportion? share) => share is not { Interval: { } interval } known ? null
        : known.IsSure ? text[nameof(SharedText.Basis), format.Number(known.Whole)].Value
        : text[nameof(SharedText.BasisBetween), format.Number(known.Whole), format.Percent(interval.Lower, 0), format.Percent(interval.Upper, 0)].Value;

    private static CountPair? PairOf(double? before, double? after) => before is { } then && after is { } now ? new CountPair(then, now) : null;
}
