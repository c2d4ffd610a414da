namespace CrimeInsight.Web.Shared.Maps;

/// <summary>A layer of square pictures.</summary>
/// <param name="Url">With <c>{z}</c>, <c>{x}</c> and <c>{y}</c>.</param>
/// <param name="SharpQuery">Added to the address on screens with fine pixels.</param>
/// <param name="MaxZoom">Deepest zoom the server draws; beyond it tiles are enlarged.</param>
public sealed record MapTiles(string Url, int MaxZoom, string? SharpQuery = null);
