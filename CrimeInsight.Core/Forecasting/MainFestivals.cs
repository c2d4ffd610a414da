using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting;

/// <summary>
/// The festivals whose effect is looked for. Few on purpose: every further one that is tested makes it harder for a real
/// effect to be told from chance (the p-values are corrected for their number).
/// </summary>
public static class MainFestivals
{
    public static ImmutableArray<string> Keys { get; } =
        ["new-year", "pongal", "holi", "ram-navami", "eid-ul-fitr", "bakrid", "muharram", "janmashtami", "ganesh-chaturthi", "onam", "dussehra", "diwali"];

    /// <summary>A calendar with at most as many festivals as these as it is; a longer one with these alone.</summary>
    internal static SeriesCalendar Of(SeriesCalendar calendar) =>
        calendar.Festivals.Select(festival => festival.Key).Distinct().Count() <= Keys.Length
            ? calendar
            : calendar with { Festivals = [.. calendar.Festivals.Where(festival => Keys.Contains(festival.Key))] };
}
