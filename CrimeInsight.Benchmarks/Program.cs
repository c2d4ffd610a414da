using System.CommandLine;
using CrimeInsight.Benchmarks;
using CrimeInsight.Benchmarks.Kernels;
using CrimeInsight.Benchmarks.Views;

var incidents = new Option<int>("--incidents") { Description = "Incidents of the usual dataset", DefaultValueFactory = _ => 1_200_000 };
var factor = new Option<int>("--factor") { Description = "How many times larger the large dataset is; 0 leaves it out", DefaultValueFactory = _ => 10 };
var only = new Option<string[]>("--only")
{
    Description = "start, days, demo, overview, tiles, import, formats, circuits, load, idle, forecast, planted, spatial, clusters, scan, knox, "
        + "honesty, faults, likeness",
    AllowMultipleArgumentsPerToken = true,
};
var folder = new Option<string>("--folder")
{
    Description = "Where the data folders are made; removed at the end",
    DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), $"crimeinsight-benchmarks-{Environment.ProcessId}"),
};
var panel = new Option<string?>("--panel") { Description = "Monthly series (series,ds,y) to measure forecasts on beside the M3 targets" };
var horizon = new Option<int>("--panel-horizon") { Description = "Values of each series that are held out", DefaultValueFactory = _ => 18 };
var sets = new Option<int>("--sets") { Description = "Data sets of each kind that honesty is measured on", DefaultValueFactory = _ => 200 };
var kernels = new Option<string?>("--kernels")
{
    Description = "Times the hot kernels alone, those whose name has the text that may follow",
    Arity = ArgumentArity.ZeroOrOne,
};
var quick = new Option<bool>("--quick") { Description = "With --kernels: each once, to see that it runs" };
var root = new RootCommand("Measures CrimeInsight against its budgets, each figure in this one run, and prints them as a table.")
{
    incidents,
    factor,
    only,
    folder,
    panel,
    horizon,
    sets,
    kernels,
    quick,
    ViewsCommands.Keep(),
    ViewsCommands.Compare(),
};
root.SetAction(async (parsed, cancellation) =>
{
    if (parsed.GetResult(kernels) is not null)
        return KernelRun.Run(parsed.GetValue(kernels) ?? "", parsed.GetValue(quick));
    var request = new BenchmarkRequest(parsed.GetValue(incidents), parsed.GetValue(factor), [.. parsed.GetValue(only) ?? []], parsed.GetRequiredValue(folder),
        parsed.GetValue(panel), parsed.GetValue(horizon), parsed.GetValue(sets));
    await new BenchmarkRun(request, Console.Out).RunAsync(cancellation);
    return 0;
});
return await root.Parse(args).InvokeAsync();
