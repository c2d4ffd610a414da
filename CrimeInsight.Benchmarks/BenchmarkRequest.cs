namespace CrimeInsight.Benchmarks;

/// <param name="Factor">How many times larger the large dataset is; 0: none.</param>
/// <param name="Only">Names of benchmarks; empty: all.</param>
/// <param name="Folder">Parent of the data folders.</param>
/// <param name="Panel">File of series (series,ds,y) to measure forecasts on; null: none.</param>
/// <param name="PanelHorizon">Last values of each that are held out.</param>
/// <param name="Sets">Data sets of each kind that honesty is measured on.</param>
internal sealed record BenchmarkRequest(int Incidents, int Factor, IReadOnlyCollection<string> Only, string Folder, string? Panel, int PanelHorizon, int Sets)
{
    public bool Has(string name) => Only.Count == 0 || Only.Contains(name);
}
