using CrimeInsight.Core;
using CrimeInsight.Data;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddCrimeInsightCore();
builder.Services.AddCrimeInsightData(builder.Configuration);
var app = builder.Build();
await app.RunAsync();
