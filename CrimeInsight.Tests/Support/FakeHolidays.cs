using CrimeInsight.Core.Calendar;


namespace CrimeInsight.Tests.Support;

/// <summary>Diwali, which moves between October and November, holi, always in March, and onam in a state that is not ours.</summary>
internal sealed class FakeHolidays : IHolidayReader
{
    private static readonly DateOnly[] s_diwali =
        [new(2020, 11, 14), new(2021, 11, 4), new(2022, 10, 24), new(2023, 11, 12), new(2024, 10, 31), new(2025, 10, 20), new(2026, 11, 8)];

    public static HolidayCalendar Calendar { get; } = new(
        [
            .. s_diwali.Select(day => Of("diwali", day, "Diwali")),
            .. Enumerable.Range(2020, 7).Select(year => Of("holi", new DateOnly(year, 3, 15), "Holi")),
            Of("onam", new DateOnly(2023, 8, 29), "Onam") with { StateCodes = ["B"] },
            Of("ambedkar-jayanti", new DateOnly(2023, 4, 14), "Ambedkar Jayanti"),
        ],
        1);

    public ValueTask<HolidayCalendar> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Calendar);

    private static Holiday Of(string key, DateOnly day, string name) => new(key, day, [], false, new Dictionary<string, string> { ["en"] = name });
}
