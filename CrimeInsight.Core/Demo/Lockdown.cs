namespace CrimeInsight.Core.Demo;

/// <summary>
/// The planted effect of the lockdown of 2020 within that year: per-day multipliers from 25 March. The year's totals are
/// the official ones, so the rest of the year carries what the spring lacks.
/// </summary>
internal static class Lockdown
{
    private static readonly DateOnly s_from = new(2020, 3, 25);
    private static readonly DateOnly[] s_until = [new(2020, 5, 1), new(2020, 6, 1), new(2020, 7, 1)];

    private static readonly double[][] s_multipliers =
    [
        [0.35, 0.50, 0.85],
        [0.60, 0.75, 0.95],
        [0.90, 0.95, 1.00],
        [3.20, 2.60, 1.60],
    ];

    public static double At(DateOnly day, LockdownClass answer)
    {
        if (day < s_from || day >= s_until[^1])
            return 1;
        var phase = day < s_until[0] ? 0 : day < s_until[1] ? 1 : 2;
        return s_multipliers[(int)answer][phase];
    }
}
