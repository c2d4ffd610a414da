using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace CrimeInsight.Benchmarks.Kernels;

/// <summary>
/// Times and allocations of the hot kernels, each on data of its own that no database is needed for. In this process, as it was
/// built: in a Debug build, too, Core and Data are optimised.
/// </summary>
internal static class KernelRun
{
    private static readonly Type[] s_kernels = [typeof(SpatialKernels), typeof(ForecastKernels), typeof(QueryKernels)];

    /// <param name="filter">Only benchmarks whose class or method has this in its name; empty: all.</param>
    /// <param name="isQuick">Each once: shows that it runs, not how fast.</param>
    /// <returns>0, or 1 when nothing of that name was found or a benchmark failed.</returns>
    public static int Run(string filter, bool isQuick)
    {
        var job = (isQuick ? Job.Dry : Job.ShortRun).WithToolchain(InProcessEmitToolchain.Instance);
        var config = ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddExporter(MarkdownExporter.GitHub)
            .AddLogger(ConsoleLogger.Default)
            .AddFilter(new SimpleFilter(one => one.Descriptor.GetFilterName().Contains(filter, StringComparison.OrdinalIgnoreCase)))
            .WithOptions(ConfigOptions.JoinSummary | ConfigOptions.DisableOptimizationsValidator)
            .WithSummaryStyle(SummaryStyle.Default.WithCultureInfo(CultureInfo.InvariantCulture));
        var summaries = BenchmarkRunner.Run(s_kernels, config);
        return summaries.Length > 0 && summaries.All(summary => summary.Reports.Length > 0 && summary.Reports.All(report => report.Success)) ? 0 : 1;
    }
}
