using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting;

/// <summary>Days from which cases were registered differently in the whole country, so that series may jump without a change in crime.</summary>
public static class KnownShifts
{
    /// <summary>1 July 2024: the BNS replaced the IPC, and some heads were cut differently (snatching left theft and robbery).</summary>
    public static ImmutableArray<DateOnly> Days { get; } = [new DateOnly(2024, 7, 1)];
}
