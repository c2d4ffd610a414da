namespace CrimeInsight.Core.Settings;

/// <summary>Where streets and names under the figures of maps come from.</summary>
/// <param name="Url">With <c>{z}</c>, <c>{x}</c> and <c>{y}</c>.</param>
/// <param name="Origin">Scheme and host of it, which pages allow pictures from.</param>
/// <param name="Credit">Whose they are, as their licence asks it to be shown.</param>
/// <param name="MaxZoom">Deepest zoom the server draws.</param>
public sealed record TileServer(string Url, string Origin, string Credit, int MaxZoom);
