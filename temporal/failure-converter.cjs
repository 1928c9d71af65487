/**
 * Messages and stack traces of failures travel as a payload, which the codec encrypts. CommonJS, because the SDK `require`s it, in
 * the process and in the workflow bundle.
 */
const { DefaultFailureConverter } = require('@temporalio/common');

exports.failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
