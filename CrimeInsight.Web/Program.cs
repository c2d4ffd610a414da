using CrimeInsight.Core;
using CrimeInsight.Web;
using CrimeInsight.Web.Cli;

if (CommandLine.IsVerb(args))
    return await CommandLine.RunAsync(args);
try
{
    return await SiteServer.RunAsync(args);
}
catch (OperatorException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}
