namespace CrimeInsight.Core.Demo;

/// <summary>A case before anything but its day is drawn.</summary>
/// <param name="Head">Position of its head.</param>
/// <param name="Day">Day of the year, 0 is 1 January.</param>
/// <param name="Parent">Position in the plan of the case it follows, an earlier one of its head; −1: none.</param>
internal readonly record struct PlannedCase(short Head, short Day, int Parent);
